using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Files;
using InterviewPrep.Content.Loading;
using InterviewPrep.Testing;
using static InterviewPrep.Content.Diagnostics.DiagnosticRules;

namespace InterviewPrep.Content.Tests.Diagnostics;

public sealed class RuleTests
{
    private static readonly HashSet<DiagnosticRule> TestedBelow = [FolderMissing, TooManyFiles, FileUnreadable, TooManyErrors];

    public static TheoryData<string> Cases => [.. RuleCases.All.Where(c => c.Id != "file-missing: course").Select(c => c.Id)];

    [Fact]
    public void The_miniature_course_has_no_diagnostics()
    {
        using var folder = new CourseFolder();
        Assert.Empty(Checked.Folder(folder).Diagnostics);
    }

    [Fact]
    public void Every_rule_has_a_test() =>
        Assert.Equal(DiagnosticRules.All.Select(r => r.Code).Order(), RuleCases.All.Select(c => c.Rule).Concat(TestedBelow).Distinct().Select(r => r.Code).Order());

    [Fact]
    public void Every_code_is_kebab_case_and_stands_once()
    {
        Assert.All(DiagnosticRules.All, r => Assert.Matches("^[a-z]+(-[a-z0-9]+)*$", r.Code));
        Assert.Distinct(DiagnosticRules.All.Select(r => r.Code));
        Assert.All(DiagnosticRules.All, r => Assert.EndsWith(".", r.Summary, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_defect_is_one_diagnostic_at_its_place_and_the_rest_of_the_course_loads(string id)
    {
        var defect = RuleCases.All.Single(c => c.Id == id);
        using var folder = new CourseFolder();
        var place = defect.Apply(folder);
        var (loaded, diagnostics) = Checked.Folder(folder);
        Assert.Equal($"{defect.Rule.Code} {place.File}:{place.Line}:{place.Column}", string.Join('\n', diagnostics.Select(d => $"{d.Code} {d.Position.File}:{d.Position.Line}:{d.Position.Column}")));
        var diagnostic = diagnostics[0];
        Assert.Contains(defect.Mend, diagnostic.Mend, StringComparison.Ordinal);
        Assert.Matches(@"^[^\n]{8,}[.!?)]$", diagnostic.Message);
        Assert.Matches(@"^[^\n]{4,}[.?)]$", diagnostic.Mend);
        var left = Names(loaded);
        using var valid = new CourseFolder();
        var gone = Names(Checked.Folder(valid).Loaded).Except(left);
        Assert.Equal(WithTheirParts(defect.Lost).Order(), gone.Order());
    }

    [Fact]
    public void A_missing_course_file_is_one_diagnostic()
    {
        using var folder = new CourseFolder(("course.yaml", null));
        var (loaded, diagnostics) = Checked.Folder(folder);
        Assert.Equal(["file-missing course.yaml:1:1"], new Checked(loaded, diagnostics).Places);
        Assert.True(loaded.IsEmpty);
    }

    [Fact]
    public void A_missing_folder_is_one_diagnostic()
    {
        var (loaded, diagnostics) = Checked.Load(new CourseLoader(Path.Combine(Path.GetTempPath(), "no-such-folder")));
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(FolderMissing, diagnostic.Rule);
        Assert.Contains("Content:Path", diagnostic.Mend, StringComparison.Ordinal);
        Assert.True(loaded.IsEmpty);
    }

    [Fact]
    public void More_files_than_the_limit_are_one_diagnostic_and_the_first_ones_load()
    {
        using var folder = new CourseFolder(("z/a.md", "x"), ("z/b.md", "x"), ("z/deeper/c.md", "x"));
        var bag = new DiagnosticBag();
        var files = new ContentFolder(folder.Root, CourseFolder.Valid.Count).List(bag);
        Assert.Equal(CourseFolder.Valid.Keys.Order(StringComparer.Ordinal), files.Keys);
        var diagnostic = Assert.Single(bag.ToSorted());
        Assert.Equal(("too-many-files", "z/a.md"), (diagnostic.Code, diagnostic.Position.File));
        Assert.Contains("Split", diagnostic.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_goes_while_it_is_read_is_a_diagnostic()
    {
        using var folder = new CourseFolder();
        var files = new ContentFolder(folder.Root);
        var stamp = files.List(new DiagnosticBag())["course.yaml"];
        File.Delete(folder.PathOf("course.yaml"));
        var bag = new DiagnosticBag();
        Assert.Null(files.Read("course.yaml", stamp, bag));
        var diagnostic = Assert.Single(bag.ToSorted());
        Assert.Equal(("file-unreadable", new SourcePosition("course.yaml", 1, 1)), (diagnostic.Code, diagnostic.Position));
        Assert.Contains("right to read", diagnostic.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_thousands_of_errors_lists_the_first_of_them()
    {
        using var folder = new CourseFolder();
        folder.Write("sources.yaml", CourseFolder.Valid["sources.yaml"] + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"  key-{i}: x\n")));
        var (loaded, diagnostics) = Checked.Folder(folder);
        Assert.Equal(DiagnosticBag.MaximumErrorsOfFile, diagnostics.Count(d => d.Rule == UnknownKey));
        var last = Assert.Single(diagnostics, d => d.Rule != UnknownKey);
        Assert.Equal(TooManyErrors, last.Rule);
        Assert.Equal(new SourcePosition("sources.yaml", 6 + DiagnosticBag.MaximumErrorsOfFile, 3), last.Position);
        Assert.NotNull(loaded.Course.FindSource("vaswani2017"));
    }

    /// <summary>Everything a course has, by kind and id.</summary>
    private static IEnumerable<string> Names(LoadedCourse loaded)
    {
        var course = loaded.Course;
        return course.Lessons.Select(l => l.Id)
            .Concat(course.Questions.Select(q => q.Id))
            .Concat(course.Concepts.Select(c => c.Id))
            .Concat(course.Misconceptions.Select(m => m.Id))
            .Concat(course.Sources.Select(s => s.Id));
    }

    /// <summary>What hangs on a lesson or a concept goes with it.</summary>
    private static IEnumerable<string> WithTheirParts(string[] lost)
    {
        string[] scaling = [.. Enumerable.Range(1, 7).Select(i => $"scale-0{i}"), "attention.scaling", "scale-by-length"];
        return lost.SelectMany(id => id switch
        {
            "scaling" => scaling.Prepend(id),
            "dot-products" => (string[])[id, "dot-01", "attention.dot-products", "scale-04"],
            "attention.dot-products" => [id, "dot-01", "scale-04"],
            _ => [id],
        }).Distinct();
    }
}
