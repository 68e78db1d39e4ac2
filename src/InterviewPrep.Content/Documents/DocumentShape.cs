using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Core.Questions;

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

    public Document Create() => (Document)Activator.CreateInstance(Type)!;

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
    private readonly Writer _writer;
    private readonly Lists? _lists;

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
        _writer = (Writer)Activator.CreateInstance(typeof(Writer<,>).MakeGenericType(property.DeclaringType!, type), property.SetMethod!)!;
        if (Form is KeyForm.ScalarList or KeyForm.DocumentList) _lists = (Lists)Activator.CreateInstance(typeof(Lists<>).MakeGenericType(arguments[0]))!;
    }

    public PropertyInfo Property { get; }

    public KeyAttribute Key { get; }

    public string Name { get; }

    public Regex? Pattern { get; }

    public KeyForm Form { get; }

    /// <summary>The type of the scalar or of the document inside.</summary>
    public Type Element { get; }

    public void Set(Document document, object value) => _writer.Set(document, value);

    /// <summary>An empty list of what this key's list holds.</summary>
    public IList CreateList(int capacity) => _lists!.Create(capacity);

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

    /// <summary>Sets one property. Generic over classes, so that it is compiled ahead of time, as an expression could not be.</summary>
    private abstract class Writer
    {
        public abstract void Set(Document document, object value);
    }

    private sealed class Writer<TDocument, TValue>(MethodInfo setter) : Writer
        where TDocument : Document
        where TValue : class
    {
        private readonly Action<TDocument, TValue> _set = setter.CreateDelegate<Action<TDocument, TValue>>();

        public override void Set(Document document, object value) => _set((TDocument)document, (TValue)value);
    }

    /// <summary>Makes lists of one type.</summary>
    private abstract class Lists
    {
        public abstract IList Create(int capacity);
    }

    private sealed class Lists<T> : Lists
        where T : class
    {
        public override IList Create(int capacity) => new List<T>(capacity);
    }
}
