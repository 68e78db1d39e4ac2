using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Figures;
using InterviewPrep.Content.Files;
using InterviewPrep.Testing;

namespace InterviewPrep.Content.Tests.Serving;

public sealed class FigureLibraryTests
{
    private static readonly SourcePosition Here = new("attention/scaling.md", 20, 1);

    [Fact]
    public void A_figure_is_read_once_and_again_when_it_changes()
    {
        using var folder = new CourseFolder();
        var first = Library(folder);
        var svg = Find(first);
        Assert.Same(svg, Find(first));
        var unchanged = Library(folder, first);
        Assert.Same(svg, Find(unchanged));
        folder.Edit("attention/figures/spread.svg", "M0 60", "M0 90");
        var changed = Library(folder, unchanged);
        Assert.Contains("M0 90", Find(changed), StringComparison.Ordinal);
        Assert.Same(svg, Find(first));
    }

    [Fact]
    public void A_figure_that_is_gone_is_missing()
    {
        using var folder = new CourseFolder();
        var first = Library(folder);
        Find(first);
        File.Delete(folder.PathOf("attention/figures/spread.svg"));
        var bag = new DiagnosticBag();
        Assert.Null(Library(folder, first).Find("attention", "figures/spread.svg", Here, bag));
        Assert.Equal((DiagnosticRules.FigureMissing, Here), (Assert.Single(bag.ToSorted()).Rule, bag.ToSorted()[0].Position));
    }

    [Theory]
    [InlineData("../attention/figures/spread.svg")]
    [InlineData("figures/../figures/spread.svg")]
    [InlineData("figures//spread.svg")]
    [InlineData("./figures/spread.svg")]
    [InlineData("figures/Spread.svg")]
    [InlineData("figures/spread.svg ")]
    [InlineData("figures/spread.svg\n")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    public void Only_a_plain_name_in_the_folder_is_a_figure(string path)
    {
        using var folder = new CourseFolder();
        var bag = new DiagnosticBag();
        Assert.Null(Library(folder).Find("attention", path, Here, bag));
        Assert.Equal(DiagnosticRules.PathOutside, Assert.Single(bag.ToSorted()).Rule);
    }

    [Fact]
    public void Outside_a_module_there_are_no_figures()
    {
        using var folder = new CourseFolder();
        var bag = new DiagnosticBag();
        Assert.Null(Library(folder).Find(null, "figures/spread.svg", Here, bag));
        Assert.Equal(DiagnosticRules.PathOutside, Assert.Single(bag.ToSorted()).Rule);
    }

    private static FigureLibrary Library(CourseFolder folder, FigureLibrary? older = null)
    {
        var content = new ContentFolder(folder.Root);
        return new FigureLibrary(content, content.List(new DiagnosticBag()), older);
    }

    private static string Find(FigureLibrary library) => library.Find("attention", "figures/spread.svg", Here, new DiagnosticBag())!;
}
