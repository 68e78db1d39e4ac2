using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Files;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace InterviewPrep.Content.Yaml;

/// <summary>
/// Reads the plain part of YAML that the format uses into nodes with positions. Anchors, aliases, tags and further
/// documents are refused, so that nothing can be larger than its text.
/// </summary>
internal sealed class YamlReader
{
    private readonly DiagnosticBag _diagnostics;
    private readonly SourcePosition _start;
    private readonly Parser _parser;

    private YamlReader(string text, SourcePosition start, DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        _start = start;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>The root node, or <see langword="null"/> after a diagnostic; an empty document is <see langword="null"/> without one.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="start">Where it begins in its file.</param>
    /// <param name="diagnostics">What is wrong goes here.</param>
    public static YamlNode? Read(string text, SourcePosition start, DiagnosticBag diagnostics)
    {
        var reader = new YamlReader(text, start, diagnostics);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException e)
        {
            diagnostics.Report(DiagnosticRules.YamlInvalid, reader.At(e.Start), $"The YAML does not parse: {Sentence(e)}",
                "Check the indentation and quote texts that hold ': ' or ' #' or begin with a special character.");
            return null;
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    private static string Sentence(YamlException e)
    {
        var message = (e.InnerException as YamlException ?? e).Message;
        var end = message.LastIndexOf("): ", StringComparison.Ordinal);
        return end < 0 ? message : message[(end + 3)..];
    }

    private YamlNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _)) return null;
        _parser.Consume<DocumentStart>();
        var root = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second)) throw Refuse(second.Start, "A second document begins here.", "Keep one document a file.");
        return root is YamlScalar { IsNull: true } ? null : root;
    }

    private YamlNode ReadNode(int depth)
    {
        var current = _parser.Consume<ParsingEvent>();
        if (depth > ContentLimits.YamlDepth)
        {
            _diagnostics.Report(DiagnosticRules.NestingTooDeep, At(current.Start), $"The YAML is nested more than {ContentLimits.YamlDepth} deep.", "Flatten it.");
            throw new RefusedException();
        }

        if (current is AnchorAlias alias) throw Refuse(alias.Start, $"The alias '*{alias.Value}' is refused.", "Write the text out.");
        if (current is NodeEvent { Anchor.IsEmpty: false } anchored) throw Refuse(anchored.Start, "Anchors are refused.", "Take the &name away.");
        if (current is NodeEvent { Tag.IsEmpty: false } tagged) throw Refuse(tagged.Start, "Tags are refused.", "Take the !tag away.");
        return current switch
        {
            Scalar scalar => ReadScalar(scalar),
            SequenceStart start => ReadSequence(start, depth),
            MappingStart start => ReadMapping(start, depth),
            _ => throw new YamlException(current.Start, current.End, "Unexpected content."),
        };
    }

    private YamlScalar ReadScalar(Scalar scalar)
    {
        var position = At(scalar.Start);
        var isBlock = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded;
        return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, position, isBlock ? position.Down(1) : position);
    }

    private YamlSequence ReadSequence(SequenceStart start, int depth)
    {
        var items = new List<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _)) items.Add(ReadNode(depth + 1));
        return new YamlSequence(items, At(start.Start));
    }

    private YamlMapping ReadMapping(MappingStart start, int depth)
    {
        var entries = new List<KeyValuePair<YamlScalar, YamlNode>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is not YamlScalar name)
                _diagnostics.Report(DiagnosticRules.WrongType, key.Position, "A key must be a word.", "Write 'key: value'.");
            else if (!seen.Add(name.Value))
                _diagnostics.Report(DiagnosticRules.DuplicateKey, name.Position, $"The key '{name.Value}' stands twice.", "Keep one of them.");
            else
                entries.Add(new(name, value));
        }

        return new YamlMapping(entries, At(start.Start));
    }

    private SourcePosition At(Mark mark) => new(_start.File, (int)mark.Line + _start.Line - 1, (int)mark.Column);

    private RefusedException Refuse(Mark mark, string message, string mend)
    {
        _diagnostics.Report(DiagnosticRules.YamlRefused, At(mark), message, mend);
        return new RefusedException();
    }

    private sealed class RefusedException : Exception;
}
