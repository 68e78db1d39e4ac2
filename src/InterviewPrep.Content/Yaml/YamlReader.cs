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
    private readonly string _text;
    private readonly SourcePosition _start;
    private readonly Parser _parser;

    private YamlReader(string text, SourcePosition start, DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        _text = text;
        _start = start;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads a document; an empty one has no root.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="start">Where it begins in its file.</param>
    /// <param name="diagnostics">What is wrong goes here.</param>
    /// <param name="root">The root node.</param>
    /// <returns>Whether it could be read; if not, a diagnostic says why.</returns>
    public static bool TryRead(string text, SourcePosition start, DiagnosticBag diagnostics, out YamlNode? root)
    {
        var reader = new YamlReader(text, start, diagnostics);
        root = null;
        try
        {
            root = reader.ReadDocument();
            return true;
        }
        catch (YamlException e)
        {
            reader.ReportInvalid(e.Start, Sentence(e));
            return false;
        }
        catch (InvalidOperationException)
        {
            // The parser's own slip: it finds no words for some documents, such as one that begins with its end mark.
            reader.ReportInvalid(reader._parser.Current?.Start ?? new Mark(0, 1, 1), "its documents do not begin and end properly.");
            return false;
        }
        catch (RefusedException)
        {
            return false;
        }
    }

    private void ReportInvalid(Mark mark, string reason) =>
        _diagnostics.Report(DiagnosticRules.YamlInvalid, At(mark), $"The YAML does not parse: {reason}",
            "Check the indentation and quote texts that hold ': ' or ' #' or begin with a special character.");

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

        if (current is AnchorAlias alias) throw Refuse(alias.Start, $"The alias '*{Shorten(alias.Value.Value)}' is refused.", "Write the text out.");
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
        var value = scalar.Value;
        if (value.AsSpan().IndexOfAny(TextEncoding.ControlCharacters) >= 0)
        {
            _diagnostics.Report(DiagnosticRules.InvalidEncoding, position, "The text holds a control character.", "Take the escape such as \\0 or \\x07 away.");
            value = string.Concat(value.Split(TextEncoding.ControlCharacterArray));
        }

        var begin = scalar.Style switch
        {
            ScalarStyle.Literal or ScalarStyle.Folded => BlockPosition(scalar, position),
            ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => position with { Column = position.Column + 1 },
            _ => position,
        };
        return new YamlScalar(value, scalar.Style == ScalarStyle.Plain, position, begin);
    }

    /// <summary>Below the <c>|</c>, as far in as the block is indented: what its first line with text has more in the file than in the value.</summary>
    private SourcePosition BlockPosition(Scalar scalar, SourcePosition position)
    {
        var below = position.Down(1);
        var lineEnd = _text.IndexOf('\n', (int)Math.Min(scalar.Start.Index, _text.Length));
        if (lineEnd < 0) return below;
        var written = Indentation(_text.AsSpan(lineEnd + 1));
        var kept = Indentation(scalar.Value);
        return below with { Column = 1 + Math.Max(0, written - kept) };
    }

    private static int Indentation(ReadOnlySpan<char> lines)
    {
        var text = lines.IndexOfAnyExcept(' ', '\n');
        return text < 0 ? 0 : text - 1 - lines[..text].LastIndexOf('\n');
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
                _diagnostics.Report(DiagnosticRules.DuplicateKey, name.Position, $"The key '{Shorten(name.Value)}' stands twice.", "Keep one of them.");
            else
                entries.Add(new(name, value));
        }

        return new YamlMapping(entries, At(start.Start));
    }

    private SourcePosition At(Mark mark) => new(_start.File, (int)mark.Line + _start.Line - 1, Math.Max(1, (int)mark.Column));

    private RefusedException Refuse(Mark mark, string message, string mend)
    {
        _diagnostics.Report(DiagnosticRules.YamlRefused, At(mark), message, mend);
        return new RefusedException();
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..39] + "…";

    private sealed class RefusedException : Exception;
}
