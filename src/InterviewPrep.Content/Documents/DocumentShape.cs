using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.RegularExpressions;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Core.Questions;

namespace InterviewPrep.Content.Documents;

/// <summary>The keys of one document type, read once from its properties: what the binder accepts and the schema publishes.</summary>
internal sealed class DocumentShape
{
    private static readonly ConcurrentDictionary<Type, DocumentShape> Known = new();

    private readonly Func<Document> _create;

    private DocumentShape(Type type)
    {
        Type = type;
        _create = Expression.Lambda<Func<Document>>(Expression.New(type)).Compile();
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

    public Document Create() => _create();

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
    private readonly Action<Document, object> _set;
    private readonly Func<int, IList>? _createList;

    public DocumentKey(PropertyInfo property, KeyAttribute key)
    {
        Property = property;
        Key = key;
        Name = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
        if (key.Pattern is not null) Pattern = new Regex($@"^(?:{key.Pattern})\z", RegexOptions.CultureInvariant);
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
        _set = Setter(property);
        if (Form is KeyForm.ScalarList or KeyForm.DocumentList) _createList = ListFactory(arguments[0]);
    }

    public PropertyInfo Property { get; }

    public KeyAttribute Key { get; }

    public string Name { get; }

    public Regex? Pattern { get; }

    public KeyForm Form { get; }

    /// <summary>The type of the scalar or of the document inside.</summary>
    public Type Element { get; }

    public void Set(Document document, object value) => _set(document, value);

    /// <summary>An empty list of what this key's list holds.</summary>
    public IList CreateList(int capacity) => _createList!(capacity);

    /// <summary>A scalar with its place.</summary>
    public static object Locate(object value, SourcePosition position) => value switch
    {
        string text => new Located<string>(text, position),
        int number => new Located<int>(number, position),
        double number => new Located<double>(number, position),
        bool truth => new Located<bool>(truth, position),
        DateOnly day => new Located<DateOnly>(day, position),
        QuestionType type => new Located<QuestionType>(type, position),
        _ => throw new InvalidOperationException($"No document has a value of type {value.GetType()}."),
    };

    private static Action<Document, object> Setter(PropertyInfo property)
    {
        var document = Expression.Parameter(typeof(Document));
        var value = Expression.Parameter(typeof(object));
        var target = Expression.Property(Expression.Convert(document, property.DeclaringType!), property);
        return Expression.Lambda<Action<Document, object>>(Expression.Assign(target, Expression.Convert(value, property.PropertyType)), document, value).Compile();
    }

    private static Func<int, IList> ListFactory(Type item)
    {
        var capacity = Expression.Parameter(typeof(int));
        var create = Expression.New(typeof(List<>).MakeGenericType(item).GetConstructor([typeof(int)])!, capacity);
        return Expression.Lambda<Func<int, IList>>(create, capacity).Compile();
    }
}
