using System.Collections;
using System.Globalization;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Files;
using InterviewPrep.Content.Yaml;
using InterviewPrep.Core.Expressions;

namespace InterviewPrep.Content.Documents;

/// <summary>Turns YAML nodes into documents and reports every key and value that does not fit.</summary>
internal sealed class DocumentBinder
{
    private readonly DiagnosticBag _diagnostics;
    private readonly List<string> _unusable = [];

    public DocumentBinder(DiagnosticBag diagnostics) => _diagnostics = diagnostics;

    /// <summary>The ids of the documents that could not be used: they are named, and what refers to them is no further mistake.</summary>
    public IReadOnlyList<string> Unusable => _unusable;

    /// <summary>The document, or <see langword="null"/> when a required part is missing; diagnostics say why.</summary>
    public T? Bind<T>(YamlNode? node, string file)
        where T : Document
    {
        if (node is not null) return (T?)BindDocument(typeof(T), node);
        _diagnostics.Report(DiagnosticRules.MissingKey, SourcePosition.StartOf(file), "There are no keys here.", $"Write the keys {string.Join(", ", DocumentShape.Of(typeof(T)).Keys.Where(k => k.Key.Required).Select(k => k.Name))}.");
        return null;
    }

    /// <summary>The documents of a file that is a list, without those that cannot be used; <see langword="null"/> when it is no list.</summary>
    public IReadOnlyList<T>? BindList<T>(YamlNode? node)
        where T : Document => node is null ? [] : BindDocuments(typeof(T), new List<T>(), node, new ListOwner())?.Cast<T>().ToList();

    private Document? BindDocument(Type type, YamlNode node)
    {
        if (node is not YamlMapping mapping)
        {
            WrongType(node, "a mapping of keys and values");
            return null;
        }

        var shape = DocumentShape.Of(type);
        var document = shape.Create();
        document.Position = mapping.Position;
        var failed = new HashSet<string>(StringComparer.Ordinal);
        var found = new HashSet<string>(StringComparer.Ordinal);
        var meant = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in mapping.Entries)
        {
            if (!shape.ByName.TryGetValue(name.Value, out var key))
            {
                document.IsDamaged = true;
                if (NearestName.Find(name.Value, shape.ByName.Keys) is { } near) meant.Add(near);
                _diagnostics.Report(DiagnosticRules.UnknownKey, name.Position, $"'{Shorten(name.Value)}' is not a key here.",
                    Suggestion.DidYouMean(name.Value, shape.ByName.Keys, $"The keys are {string.Join(", ", shape.ByName.Keys)}."));
                continue;
            }

            found.Add(key.Name);
            document.NoteKey(key.Name, name.Position);
            if (value is YamlScalar { IsNull: true } && !key.Key.Required) continue;
            if (BindValue(key, value, document) is { } bound) key.Set(document, bound);
            else failed.Add(key.Name);
        }

        document.IsDamaged |= failed.Count > 0;
        var complete = true;
        foreach (var key in shape.Keys.Where(k => k.Key.Required))
        {
            if (failed.Contains(key.Name)) complete = false;
            if (found.Contains(key.Name)) continue;
            complete = false;

            // A key that is misspelt has been reported under the name it was given.
            if (meant.Contains(key.Name)) continue;
            _diagnostics.Report(DiagnosticRules.MissingKey, mapping.Position, $"The key '{key.Name}' is missing.", $"Add it: {key.Key.Description}");
        }

        if (complete) return document;
        if (document is not OptionDocument && shape.ByName.TryGetValue("id", out var id) && id.Property.GetValue(document) is Located<string> known) _unusable.Add(known.Value);
        return null;
    }

    private object? BindValue(DocumentKey key, YamlNode node, Document owner) => key.Form switch
    {
        KeyForm.Scalar => BindScalar(key, node),
        KeyForm.ScalarList => BindScalars(key, node, owner),
        KeyForm.Document => BindPart(key.Element, node, owner),
        KeyForm.DocumentList => BindDocuments(key.Element, key.CreateList(0), node, owner),
        KeyForm.NumberLists => BindNumberLists(key, node, owner),
        _ => throw new InvalidOperationException($"Unhandled form {key.Form}."),
    };

    /// <summary>A document inside another, which is damaged with it.</summary>
    private Document? BindPart(Type type, YamlNode node, Document owner)
    {
        var part = BindDocument(type, node);
        owner.IsDamaged |= part is null or { IsDamaged: true };
        return part;
    }

    private IList? BindDocuments(Type element, IList list, YamlNode node, Document owner)
    {
        if (node is not YamlSequence sequence)
        {
            WrongType(node, "a list");
            return null;
        }

        foreach (var item in sequence.Items)
        {
            if (BindPart(element, item, owner) is { } document) list.Add(document);
        }

        return list;
    }

    private IList? BindScalars(DocumentKey key, YamlNode node, Document owner)
    {
        if (node is not YamlSequence sequence)
        {
            WrongType(node, $"a list, such as {key.Name}: [one, two]");
            return null;
        }

        var list = key.CreateList(sequence.Items.Count);
        foreach (var item in sequence.Items)
        {
            if (BindScalar(key, item) is { } scalar) list.Add(scalar);
            else owner.IsDamaged = true;
        }

        return list;
    }

    private Dictionary<string, Located<IReadOnlyList<double>>>? BindNumberLists(DocumentKey key, YamlNode node, Document owner)
    {
        if (node is not YamlMapping mapping)
        {
            WrongType(node, $"a mapping, such as {key.Name}: {{ layers: [24, 32] }}");
            return null;
        }

        var lists = new Dictionary<string, Located<IReadOnlyList<double>>>(StringComparer.Ordinal);
        foreach (var (name, value) in mapping.Entries)
        {
            owner.IsDamaged |= !TryBindNumbers(key, name, value, lists);
        }

        return lists;
    }

    private bool TryBindNumbers(DocumentKey key, YamlScalar name, YamlNode value, Dictionary<string, Located<IReadOnlyList<double>>> lists)
    {
        if (!key.Pattern!.IsMatch(name.Value) || !Expression.IsParameterName(name.Value))
        {
            _diagnostics.Report(DiagnosticRules.InvalidId, name.Position, $"'{Shorten(name.Value)}' is not a name for a parameter.",
                "Begin with a letter; letters, digits and _ may follow. Constants and functions of the expression language are taken.");
            return false;
        }

        if (value is not YamlSequence { Items.Count: > 0 } sequence)
        {
            WrongType(value, "a list of numbers with at least one");
            return false;
        }

        var numbers = new List<double>(sequence.Items.Count);
        foreach (var item in sequence.Items)
        {
            if (item is YamlScalar scalar && TryNumber(scalar.Value, out var number)) numbers.Add(number);
            else WrongType(item, "a number");
        }

        if (numbers.Count != sequence.Items.Count) return false;
        lists[name.Value] = new(numbers, value.Position);
        return true;
    }

    private object? BindScalar(DocumentKey key, YamlNode node)
    {
        if (node is not YamlScalar scalar)
        {
            WrongType(node, Wanted(key.Element));
            return null;
        }

        object? value = key.Element switch
        {
            _ when scalar.IsNull => null,
            var t when t == typeof(string) => scalar.Value,
            var t when t == typeof(int) && int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var i) => i,
            var t when t == typeof(double) && TryNumber(scalar.Value, out var d) => d,
            var t when t == typeof(bool) && scalar.Value is "true" or "false" => scalar.Value == "true",
            var t when t == typeof(DateOnly) && DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
            { IsEnum: true } t when Enum.GetNames(t).FirstOrDefault(n => n.Equals(scalar.Value, StringComparison.OrdinalIgnoreCase) && scalar.Value.All(char.IsAsciiLetterLower)) is { } name => Enum.Parse(t, name),
            _ => null,
        };
        if (value is null || (value is string text && string.IsNullOrWhiteSpace(text)))
        {
            _diagnostics.Report(DiagnosticRules.WrongType, scalar.Position, $"'{key.Name}' must be {Wanted(key.Element)}, not '{Shorten(scalar.Value)}'.", $"It is: {key.Key.Description}");
            return null;
        }

        if (value is string { Length: > ContentLimits.MarkdownFieldCharacters } field)
        {
            _diagnostics.Report(DiagnosticRules.InvalidValue, scalar.Position, $"'{key.Name}' has {field.Length:N0} characters; the limit is {ContentLimits.MarkdownFieldCharacters:N0}.", "Shorten it, or split it.");
            return null;
        }

        if (value is string id && key.Pattern is { } pattern && !pattern.IsMatch(id))
        {
            _diagnostics.Report(DiagnosticRules.InvalidId, scalar.Position, $"'{Shorten(id)}' is not written as '{key.Name}' wants it.", $"It is: {key.Key.Description}");
            return null;
        }

        if (value is IConvertible and (int or double) && Convert.ToDouble(value, CultureInfo.InvariantCulture) is var n && (n < key.Key.Minimum || n > key.Key.Maximum))
        {
            _diagnostics.Report(DiagnosticRules.InvalidValue, scalar.Position, $"{scalar.Value} is out of range for '{key.Name}'.",
                double.IsPositiveInfinity(key.Key.Maximum) ? $"It is at least {key.Key.Minimum.ToString(CultureInfo.InvariantCulture)}." : $"It is between {key.Key.Minimum.ToString(CultureInfo.InvariantCulture)} and {key.Key.Maximum.ToString(CultureInfo.InvariantCulture)}.");
            return null;
        }

        return DocumentKey.Locate(value, scalar.TextPosition);
    }

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private void WrongType(YamlNode node, string wanted) =>
        _diagnostics.Report(DiagnosticRules.WrongType, node.Position, $"Here stands {node.Kind}; {wanted} is wanted.", $"Write {wanted}.");

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..39] + "…";

    private static string Wanted(Type type) => type switch
    {
        _ when type == typeof(int) => "a whole number",
        _ when type == typeof(double) => "a number",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(DateOnly) => "a day such as 2026-11-23",
        { IsEnum: true } => "one of " + string.Join(", ", Enum.GetNames(type).Select(n => n.ToLowerInvariant())),
        _ => "a text",
    };

    /// <summary>Stands for the file that is a list.</summary>
    private sealed class ListOwner : Document;
}
