using System.Diagnostics;
using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Content.Loading;
using InterviewPrep.Testing;

namespace InterviewPrep.Content.Tests.Hostile;

/// <summary>Nothing outside the folder is read, and nothing inside it is read without bounds.</summary>
public sealed class HostileFolderTests
{
    private const int Patience = 120_000;
    private const string Marks = "{}[]()<>:-#*&!|>'\"%@`$\\\n\t =";

    [Fact]
    public void Symbolic_links_are_not_followed()
    {
        using var outside = new CourseFolder();
        using var folder = new CourseFolder();
        File.Delete(folder.PathOf("attention/figures/spread.svg"));
        File.CreateSymbolicLink(folder.PathOf("attention/figures/spread.svg"), outside.PathOf("attention/figures/spread.svg"));
        File.CreateSymbolicLink(folder.PathOf("attention/linked.md"), outside.PathOf("attention/scaling.md"));
        File.CreateSymbolicLink(folder.PathOf("attention/broken.md"), "/no/such/file");
        Directory.CreateSymbolicLink(folder.PathOf("elsewhere"), outside.Root);
        Directory.CreateSymbolicLink(folder.PathOf("attention/loop"), folder.Root);
        var (loaded, diagnostics) = Checked.Folder(folder);
        Assert.Equal(
            ["attention/broken.md", "attention/figures/spread.svg", "attention/linked.md", "attention/loop", "elsewhere"],
            diagnostics.Where(d => d.Rule == DiagnosticRules.PathOutside).Select(d => d.Position.File));
        Assert.Equal(DiagnosticRules.FigureMissing, Assert.Single(diagnostics, d => d.Rule != DiagnosticRules.PathOutside).Rule);
        Assert.DoesNotContain(loaded.Files.Keys, f => f.StartsWith("elsewhere", StringComparison.Ordinal) || f.Contains("loop", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_that_is_itself_reached_by_a_link_is_read()
    {
        using var folder = new CourseFolder();
        var link = folder.Root + "-link";
        Directory.CreateSymbolicLink(link, folder.Root);
        try
        {
            Assert.Equal(2, new CourseLoader(link).Load(CourseFolder.Today, TestContext.Current.CancellationToken).Course.Lessons.Length);
        }
        finally
        {
            Directory.Delete(link);
        }
    }

    [Theory]
    [InlineData("[../secret]")]
    [InlineData("[\"/etc\"]")]
    [InlineData("[\"attention/../../secret\"]")]
    [InlineData("[\"C:\\\\secret\"]")]
    [InlineData("[\".\"]")]
    public void A_module_is_a_name_and_not_a_path(string modules)
    {
        using var folder = new CourseFolder();
        folder.Edit("course.yaml", "[attention]", modules);
        Assert.Contains(Checked.Folder(folder).Diagnostics, d => d.Rule == DiagnosticRules.InvalidId && d.Position is { File: "course.yaml", Line: 4 });
    }

    [Fact(Timeout = Patience)]
    public Task Fifty_megabytes_are_not_read() => Task.Run(() =>
    {
        using var folder = new CourseFolder();
        string[] files = ["attention/scaling.md", "attention/scaling.quiz.yaml", "attention/figures/spread.svg", "concepts.yaml", "sources.yaml", "course.yaml"];
        foreach (var file in files)
        {
            using var stream = File.OpenWrite(folder.PathOf(file));
            stream.SetLength(50_000_000);
        }

        var before = GC.GetTotalAllocatedBytes();
        var (_, diagnostics) = Checked.Folder(folder);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 200_000_000);
        Assert.All(diagnostics, d => Assert.Equal(DiagnosticRules.FileTooLarge, d.Rule));
        Assert.Equal(files.Except(["attention/figures/spread.svg"]).Order(StringComparer.Ordinal), diagnostics.Select(d => d.Position.File));
    }, TestContext.Current.CancellationToken);

    [Fact]
    public void A_figure_of_fifty_megabytes_is_a_diagnostic()
    {
        using var folder = new CourseFolder();
        using (var stream = File.OpenWrite(folder.PathOf("attention/figures/spread.svg"))) stream.SetLength(50_000_000);
        Assert.Equal(["file-too-large attention/figures/spread.svg:1:1"], Checked.Folder(folder).Places);
    }

    [Fact(Timeout = Patience)]
    public Task A_named_pipe_does_not_block() => Task.Run(() =>
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new CourseFolder(("attention/scaling.md", null));
        using (var mkfifo = Process.Start("mkfifo", [folder.PathOf("attention/scaling.md")])) mkfifo.WaitForExit();
        Assert.Equal(["front-matter-missing attention/scaling.md:1:1"], Checked.Folder(folder).Places);
    }, TestContext.Current.CancellationToken);

    [Fact]
    public void Folders_end_at_their_depth()
    {
        using var folder = new CourseFolder(("a/b/c/d/ok.txt", ""), ("a/b/c/d/e/f.md", "x"));
        Assert.Equal(["nesting-too-deep a/b/c/d/e:1:1"], Checked.Folder(folder).Places);
    }

    [Fact]
    public void Hidden_files_and_other_kinds_are_none_of_ours()
    {
        using var folder = new CourseFolder((".git/config.yaml", "&"), ("attention/.scaling.md.swp", "x"), ("attention/picture.png", "x"), ("README.txt", "x"));
        Assert.Empty(Checked.Folder(folder).Diagnostics);
    }

    [Fact]
    public void A_quoted_line_break_makes_no_second_line()
    {
        using var folder = new CourseFolder();
        folder.Edit("course.yaml", "[attention]", "[attention, \"x\\nerror: forged\"]");
        Assert.DoesNotContain('\n', Assert.Single(Checked.Folder(folder).Diagnostics).ToString());
    }

    [Fact(Timeout = Patience)]
    public Task Thousands_of_dangling_references_are_reported_in_time() => Task.Run(() =>
    {
        using var folder = new CourseFolder();
        var concepts = string.Concat(Enumerable.Range(0, 3_000).Select(i => $"- {{ id: attention.c{i}, title: T, lesson: scaling, definition: D, needs: [attention.x{i}] }}\n"));
        folder.Write("concepts.yaml", CourseFolder.Valid["concepts.yaml"] + concepts);
        var loaded = new CourseLoader(folder.Root).Load(CourseFolder.Today, TestContext.Current.CancellationToken);
        Assert.Equal(3_002, loaded.Course.Concepts.Length);
        Assert.Contains(loaded.Diagnostics, d => d.Rule == DiagnosticRules.TooManyErrors);
    }, TestContext.Current.CancellationToken);

    [Theory(Timeout = Patience)]
    [InlineData(true)]
    [InlineData(false)]
    public Task Long_chains_and_circles_of_prerequisites_are_followed_in_time(bool isCircle) => Task.Run(() =>
    {
        const int Length = 15_000;
        using var folder = new CourseFolder();
        var concepts = Enumerable.Range(0, Length).Select(i => (i, Needs: i + 1 < Length ? $"needs: [attention.c{i + 1}], " : isCircle ? "needs: [attention.c0], " : ""))
            .Select(c => $"- {{ id: attention.c{c.i}, title: T, lesson: scaling, {c.Needs}definition: D }}\n");
        folder.Write("concepts.yaml", CourseFolder.Valid["concepts.yaml"] + string.Concat(concepts));
        var errors = new CourseLoader(folder.Root).Load(CourseFolder.Today, TestContext.Current.CancellationToken).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        Assert.Equal(isCircle ? ["needs-cycle"] : [], errors.Select(e => e.Code));
        Assert.All(errors, e => Assert.True(e.Message.Length < 300));
    }, TestContext.Current.CancellationToken);

    [Fact(Timeout = 300_000)]
    public Task A_course_with_any_byte_changed_still_loads() => Task.Run(() =>
    {
        var random = new Random(20261125);
        var files = CourseFolder.Valid.Keys.ToArray();
        using var folder = new CourseFolder();
        for (var i = 0; i < 150; i++)
        {
            var file = files[random.Next(files.Length)];
            var valid = CourseFolder.Valid[file];
            var bytes = System.Text.Encoding.UTF8.GetBytes(valid).ToList();
            for (var n = random.Next(1, 4); n > 0; n--)
            {
                var at = random.Next(bytes.Count);
                switch (random.Next(4))
                {
                    case 0: bytes[at] = (byte)random.Next(256); break;
                    case 1: bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)); break;
                    case 2: bytes.Insert(at, (byte)Marks[random.Next(Marks.Length)]); break;
                    default: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(60, bytes.Count - at))); break;
                }

                if (bytes.Count == 0) bytes.Add((byte)'x');
            }

            File.WriteAllBytes(folder.PathOf(file), [.. bytes]);
            var (loaded, diagnostics) = Checked.Folder(folder);
            Assert.All(diagnostics, d => Assert.True(d.Position is { Line: >= 1, Column: >= 1 } && d.Message.Length > 0 && d.Mend.Length > 0, d.ToString()));
            foreach (var part in loaded.Course.Lessons.SelectMany(l => new InterviewPrep.Content.Rendering.CourseRenderer(loaded, Checked.Engines).Render(l).Parts).OfType<InterviewPrep.Content.Rendering.LessonPart.Html>())
                HtmlSafety.AssertSafe(part.Value);
            folder.Write(file, valid);
        }
    }, TestContext.Current.CancellationToken);
}
