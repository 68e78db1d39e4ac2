using System.Buffers;
using System.Text;
using InterviewPrep.Content.Diagnostics;

namespace InterviewPrep.Content.Files;

/// <summary>Turns the bytes of a file into text and says where they are none.</summary>
internal static class TextEncoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Everything below the space but tab, line feed and carriage return: no text needs them, and XML has none of them.</summary>
    public static readonly char[] ControlCharacterArray = [.. Enumerable.Range(0, ' ').Select(c => (char)c).Except(['\t', '\n', '\r'])];

    /// <inheritdoc cref="ControlCharacterArray"/>
    public static readonly SearchValues<char> ControlCharacters = SearchValues.Create(ControlCharacterArray);

    /// <summary>The text with line feeds only and no byte order mark, or <see langword="null"/> after a diagnostic.</summary>
    public static string? Read(ReadOnlySpan<byte> bytes, string path, DiagnosticBag diagnostics)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[3..];
        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            var before = Encoding.UTF8.GetString(bytes[..Math.Clamp(e.Index, 0, bytes.Length)]);
            diagnostics.Report(DiagnosticRules.InvalidEncoding, EndOf(before, path), "The file is not UTF-8.", "Save it as UTF-8.");
            return null;
        }

        if (text.Contains('\r')) text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var control = text.AsSpan().IndexOfAny(ControlCharacters);
        if (control < 0) return text;
        diagnostics.Report(DiagnosticRules.InvalidEncoding, EndOf(text.AsSpan(0, control), path),
            text[control] == '\0' ? "The file holds a NUL byte." : $"The file holds the control character U+{(int)text[control]:X4}.", "Save it as UTF-8 text.");
        return null;
    }

    /// <summary>The place behind a text that begins with the file.</summary>
    private static SourcePosition EndOf(ReadOnlySpan<char> text, string path) => new(path, 1 + text.Count('\n'), text.Length - text.LastIndexOf('\n'));
}
