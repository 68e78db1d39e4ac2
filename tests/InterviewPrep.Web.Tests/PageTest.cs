using Bunit;
using InterviewPrep.Content.Serving;
using InterviewPrep.Testing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace InterviewPrep.Web.Tests;

/// <summary>Pages over a course of three lessons; a test may bring its own folder.</summary>
public abstract class PageTest : BunitContext
{
    private CourseCatalog? _catalog;

    protected PageTest()
    {
        Services.AddSingleton(_ => Catalog);
        Services.AddSingleton<IWebHostEnvironment>(Environment);
        Services.AddSingleton<IHostEnvironment>(Environment);
        Services.AddCascadingValue(_ => (HttpContext)Http);
    }

    protected ScreenCourse Folder { get; set; } = ScreenCourse.Miniature();

    protected DefaultHttpContext Http { get; } = new();

    protected TestEnvironment Environment { get; } = new();

    protected CourseCatalog Catalog => _catalog ??= new CourseCatalog(Folder.Path, TimeProvider.System, NullLogger<CourseCatalog>.Instance);

    protected NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing) return;
        _catalog?.Dispose();
        Folder.Dispose();
    }

    protected sealed class TestEnvironment : IWebHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;

        public string ApplicationName { get; set; } = "InterviewPrep.Web";

        public string WebRootPath { get; set; } = "";

        public IFileProvider WebRootFileProvider { get; set; } = new NullFileProvider();

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
