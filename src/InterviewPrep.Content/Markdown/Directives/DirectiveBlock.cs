using Markdig.Parsers;
using Markdig.Syntax;

namespace InterviewPrep.Content.Markdown.Directives;

/// <summary><c>:::check id</c> or <c>:::lab id</c>: a place for something alive, one line long.</summary>
internal sealed class DirectiveBlock : LeafBlock
{
    public DirectiveBlock(BlockParser parser, string name, string argument)
        : base(parser)
    {
        Name = name;
        Argument = argument;
    }

    public string Name { get; }

    public string Argument { get; }
}

/// <summary><c>:::details Title</c> up to <c>:::</c>: a fold.</summary>
internal sealed class DetailsBlock : ContainerBlock
{
    public DetailsBlock(BlockParser parser, string title, int titleColumn)
        : base(parser)
    {
        Title = title;
        TitleColumn = titleColumn;
    }

    public string Title { get; }

    /// <summary>From 0, as Markdig counts.</summary>
    public int TitleColumn { get; }

    public bool IsClosed { get; set; }
}
