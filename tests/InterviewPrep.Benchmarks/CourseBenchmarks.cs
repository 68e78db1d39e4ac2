using BenchmarkDotNet.Attributes;
using InterviewPrep.Content.Loading;
using InterviewPrep.Content.Rendering;
using InterviewPrep.Content.Search;
using InterviewPrep.Testing;

namespace InterviewPrep.Benchmarks;

/// <summary>Reading a synthetic course, against merely reading its files and parsing its Markdown with Markdig's defaults.</summary>
[MemoryDiagnoser]
public class LoadBenchmarks
{
    private string _folder = "";

    [Params(100, 1000)]
    public int Lessons { get; set; }

    [GlobalSetup]
    public void Write()
    {
        _folder = Directory.CreateTempSubdirectory("benchmark").FullName;
        SyntheticCourse.Write(_folder, Lessons);
    }

    [GlobalCleanup]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Baseline = true)]
    public int ReadAndParseMarkdown() => Directory.EnumerateFiles(_folder, "*.md", SearchOption.AllDirectories)
        .AsParallel().Sum(f => Markdig.Markdown.Parse(File.ReadAllText(f)).Count);

    [Benchmark]
    public LoadedCourse Load() => new CourseLoader(_folder).Load(new DateOnly(2026, 11, 25));
}

/// <summary>Rendering one lesson, against Markdig's defaults on the same text.</summary>
[MemoryDiagnoser]
public class RenderBenchmarks : IDisposable
{
    private readonly RenderEngines _engines = new();
    private LoadedCourse _loaded = null!;
    private CourseRenderer _renderer = null!;
    private SearchIndex _search = null!;
    private string _text = "";

    [GlobalSetup]
    public void Load()
    {
        var folder = Directory.CreateTempSubdirectory("benchmark").FullName;
        SyntheticCourse.Write(folder, 100);
        _loaded = new CourseLoader(folder).Load(new DateOnly(2026, 11, 25));
        Directory.Delete(folder, recursive: true);
        _renderer = new CourseRenderer(_loaded, _engines);
        _search = SearchIndex.Build(_loaded);
        _text = _loaded.Texts[_loaded.Course.Lessons[0].Id].Body;
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _engines.Dispose();
        _search?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public string MarkdigAlone() => Markdig.Markdown.ToHtml(_text);

    [Benchmark]
    public RenderedLesson Lesson() => _renderer.Render(_loaded.Course.Lessons[0]);

    [Benchmark]
    public string? Formula() => _engines.Math.Render(@"\frac{QK^\top}{\sqrt{d_k}}", display: true).Markup;

    [Benchmark]
    public SearchResults Search() => _search.Search("latency throughput");

    [Benchmark]
    public SearchResults SearchMisspelt() => _search.Search("latncy");
}
