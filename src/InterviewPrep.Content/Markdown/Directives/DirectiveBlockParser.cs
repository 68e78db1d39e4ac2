using System.Text.RegularExpressions;
using Markdig.Parsers;
using Markdig.Syntax;

namespace InterviewPrep.Content.Markdown.Directives;

/// <summary>Parses <c>:::</c> lines.</summary>
internal sealed partial class DirectiveBlockParser : BlockParser
{
    /// <summary>Folds in folds; every line looks at all of them, so that their number is bounded before the parser's own limit is.</summary>
    private const int MaximumFolds = 8;

    public DirectiveBlockParser() => OpeningCharacters = [':'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent) return BlockState.None;
        if (!processor.Line.AsSpan().StartsWith(":::")) return BlockState.None;
        var match = Opening().Match(processor.Line.ToString());
        if (!match.Success) return BlockState.None;
        var name = match.Groups["name"].Value;
        var argument = match.Groups["argument"].Value;
        var end = processor.Line.End;
        if (name == "details" && FoldsAround(processor.CurrentContainer) < MaximumFolds)
        {
            processor.NewBlocks.Push(new DetailsBlock(this, argument, processor.Column + match.Groups["argument"].Index)
            {
                Line = processor.LineIndex,
                Column = processor.Column,
                Span = new SourceSpan(processor.Start, end),
            });
            return BlockState.ContinueDiscard;
        }

        processor.NewBlocks.Push(new DirectiveBlock(this, name, argument)
        {
            Line = processor.LineIndex,
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, end),
        });
        return BlockState.BreakDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (block is not DetailsBlock details) return BlockState.None;
        if (processor.IsCodeIndent || !processor.Line.AsSpan().Trim().SequenceEqual(":::") || ClosesAnother(details)) return BlockState.Continue;
        details.IsClosed = true;
        details.UpdateSpanEnd(processor.Line.End);
        return BlockState.BreakDiscard;
    }

    private static int FoldsAround(ContainerBlock? container)
    {
        var folds = 0;
        for (; container is not null; container = container.Parent)
        {
            if (container is DetailsBlock) folds++;
        }

        return folds;
    }

    /// <summary>Whether the line belongs to something inside that is not closed: another fold, which it closes first, or code.</summary>
    private static bool ClosesAnother(ContainerBlock container)
    {
        for (var block = container.LastChild; block is not null; block = (block as ContainerBlock)?.LastChild)
        {
            if (block is DetailsBlock { IsClosed: false } or FencedCodeBlock { ClosingFencedCharCount: 0 }) return true;
        }

        return false;
    }

    [GeneratedRegex(@"^:::[ \t]*(?<name>[A-Za-z][A-Za-z-]*)(?:[ \t]+(?<argument>.*?))?[ \t]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();
}
