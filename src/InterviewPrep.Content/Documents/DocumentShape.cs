using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;

namespace InterviewPrep.Content.Documents;

/// <summary>The keys of one document type, read once from its properties: what the binder accepts and the schema publishes.</summary>
internal sealed class DocumentShape
{
    private static readonly ConcurrentDictionary<Type, DocumentShape> Known = new();

    private DocumentShape(Type type)
    {
        Type = type;
        Keys =
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(p => (Property: p, Key: p.GetCustomAttribute<KeyAttribute>()))
                .Where(p => p.Key is not null)
                .OrderBy(p => p.Property.MetadataToken)
                .Select(p => new DocumentKey(p.Property, p.Key!)),
        ];
        ByName = Keys.ToDictionary(k => k.Name, StringComparer.Ordinal);
    }

    public Type Type { get; }

    public ImmutableArray<DocumentKey> Keys { get; }

    public IReadOnlyDictionary<string, DocumentKey> ByName { get; }

    public static DocumentShape Of(Type type) => Known.GetOrAdd(type, t => new DocumentShape(t));
}

/// <summary>How the value of a key is written.</summary>
internal enum KeyForm
{
    Scalar,
    ScalarList,
    Document,
    DocumentList,
    NumberLists,
}

/// <summary>One key of a document.</summary>
internal sealed class DocumentKey
{
    public DocumentKey(PropertyInfo property, KeyAttribute key)
    {
        Property = property;
        Key = key;
        Name = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
        if (key.Pattern is not null) Pattern = new Regex($"^(?:{key.Pattern})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        var type = property.PropertyType;
        var arguments = type.IsGenericType ? type.GetGenericArguments() : [];
        (Form, Element) = true switch
        {
            _ when type.IsAssignableTo(typeof(Document)) => (KeyForm.Document, type),
            _ when arguments is [_, _] => (KeyForm.NumberLists, typeof(double)),
            _ when arguments is [{ IsGenericType: true } located] => (KeyForm.ScalarList, located.GetGenericArguments()[0]),
            _ when arguments is [var item] && item.IsAssignableTo(typeof(Document)) => (KeyForm.DocumentList, item),
            _ => (KeyForm.Scalar, arguments[0]),
        };
    }

    public PropertyInfo Property { get; }

    public KeyAttribute Key { get; }

    public string Name { get; }

    public Regex? Pattern { get; }

    public KeyForm Form { get; }

    /// <summary>The type of the scalar or of the document inside.</summary>
    public Type Element { get; }
}
