using InterviewPrep.Data.Storage;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using InterviewPrep.Testing;
using InterviewPrep.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace InterviewPrep.Web.Tests.Hosting;

/// <summary>It starts fast, stops when told, and where it cannot start says why in one line.</summary>
public sealed class StartupTests
{
    private const string Free = "http://127.0.0.1:0";

    [Theory]
    [InlineData("Database:Provider", "--urls", Free, "--Database:Provider", "Oracle")]
    [InlineData("Database:ConnectionString", "--urls", Free, "--Database:ConnectionString", "nonsense")]
    [InlineData("Database:ConnectionString", "--urls", Free, "--Database:ConnectionString", "Data Source=x.db;Nonsense=1")]
    [InlineData("Database:ConnectionString", "--urls", Free, "--Database:ConnectionString", "Mode=ReadOnly")]
    [InlineData("Database:ConnectionString", "--urls", Free, "--Database:ConnectionString", "Data Source=/dev/null/learners.db")]
    [InlineData("Database:ConnectionString", "--urls", Free, "--Database:Provider", "Postgres")]
    [InlineData("Database:ConnectionString", "--urls", Free, "--Database:Provider", "Postgres", "--Database:ConnectionString", "Host=localhost;Port=many")]
    [InlineData("--urls", "--urls", "nonsense")]
    [InlineData("--urls", "--urls", "http://127.0.0.1:99999")]
    [InlineData("--urls", "--urls", "ftp://127.0.0.1:0")]
    [InlineData("--urls", "--urls", "http://192.0.2.1:5080")]
    [InlineData("--urls", "--urls", "http://127.0.0.1:0/base")]
    [InlineData("Content:Path", "--urls", Free, "--Content:Path", "/dev/null")]
    public async Task A_setting_that_cannot_be_used_is_one_clear_line(string name, params string[] arguments)
    {
        var (exitCode, output, error) = await RunningApp.FailAsync(arguments);
        Assert.Equal(1, exitCode);
        Assert.Contains(name, Assert.Single(error), StringComparison.Ordinal);
        Assert.DoesNotContain(output, line => line.TrimStart().StartsWith("at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_port_in_use_is_one_clear_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        var (exitCode, output, error) = await RunningApp.FailAsync("--urls", address);
        Assert.Equal(1, exitCode);
        var line = Assert.Single(error);
        Assert.Contains(address, line, StringComparison.Ordinal);
        Assert.Contains("in use", line, StringComparison.Ordinal);
        Assert.DoesNotContain(output, l => l.TrimStart().StartsWith("at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_damaged_database_is_one_clear_line_and_stays_as_it_is()
    {
        var folder = Directory.CreateTempSubdirectory("damaged");
        var file = Path.Combine(folder.FullName, "learners.db");
        var noise = new string('x', 8192);
        await File.WriteAllTextAsync(file, noise, TestContext.Current.CancellationToken);
        var (exitCode, _, error) = await RunningApp.FailAsync("--urls", Free, "--Database:ConnectionString", $"Data Source={file}");
        Assert.Equal(1, exitCode);
        Assert.Contains("is damaged", Assert.Single(error), StringComparison.Ordinal);
        Assert.Contains($"There is no good backup in {Path.Combine(folder.FullName, "backups")}", error[0], StringComparison.Ordinal);
        Assert.Equal(noise, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void A_folder_that_cannot_be_read_is_said_in_one_line()
    {
        Assert.SkipUnless(Unprivileged.IsPossible, "Whoever may read everything cannot be kept out.");
        var folder = Directory.CreateTempSubdirectory("closed");
        try
        {
            if (!OperatingSystem.IsWindows()) folder.UnixFileMode = UnixFileMode.None;
            Assert.Contains(folder.FullName, Unprivileged.Run(new ContentLocation(folder.FullName, true).Problem), StringComparison.Ordinal);
        }
        finally
        {
            if (!OperatingSystem.IsWindows()) folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            folder.Delete();
        }
    }

    [Fact]
    public async Task It_starts_within_three_seconds_and_stops_when_told()
    {
        var content = Directory.CreateTempSubdirectory("course").FullName;
        SyntheticCourse.Write(content, 20);
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var watch = Stopwatch.StartNew();
            await using var app = await RunningApp.StartAsync(content);
            if (watch.Elapsed < best) best = watch.Elapsed;
            using var client = new HttpClient { BaseAddress = app.Address };
            Assert.NotEmpty(await client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken));
            if (!OperatingSystem.IsWindows()) Assert.Equal(0, await app.StopAsync(TimeSpan.FromSeconds(20)));
            Assert.DoesNotContain("fail:", app.Log, StringComparison.Ordinal);
            Assert.DoesNotContain("warn:", app.Log, StringComparison.Ordinal);
        }

        // The fastest of three: the machine may be busy with other tests.
        Assert.InRange(best, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Directory.Delete(content, recursive: true);
    }

    [Fact]
    public void The_content_folder_is_the_one_that_is_configured()
    {
        var location = ContentLocation.Find(Settings(("Content:Path", "somewhere")), Path.GetTempPath());
        Assert.Equal(new ContentLocation(Path.GetFullPath("somewhere"), true), location);
    }

    [Fact]
    public void The_content_folder_is_else_the_nearest_above_a_start()
    {
        var root = Directory.CreateTempSubdirectory("find").FullName;
        var inner = Directory.CreateDirectory(Path.Combine(root, "a", "b")).FullName;
        Directory.CreateDirectory(Path.Combine(root, "a", "content")); // Holds no course.
        Directory.CreateDirectory(Path.Combine(root, "content"));
        File.WriteAllText(Path.Combine(root, "content", "course.yaml"), "");
        var expected = new ContentLocation(Path.Combine(root, "content"), false);
        Assert.Equal(expected, ContentLocation.Find(Settings(), inner));
        Assert.Equal(expected, ContentLocation.Find(Settings(("Content:Path", "")), Path.GetTempPath(), inner));
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public void The_content_folder_is_else_where_one_would_be_made()
    {
        var elsewhere = Directory.CreateTempSubdirectory("none");
        Assert.Equal(new ContentLocation(Path.GetFullPath("content"), false), ContentLocation.Find(Settings(), elsewhere.FullName));
        elsewhere.Delete();
    }

    [Theory]
    [InlineData(null, null, true, "Data Source=data/interviewprep.db")]
    [InlineData("Sqlite", "Data Source=my.db", true, "Data Source=my.db")]
    [InlineData("", " ", true, "Data Source=data/interviewprep.db")]
    [InlineData("Postgres", "Host=db;Database=prep", false, "Host=db;Database=prep")]
    public void The_database_is_read(string? provider, string? connection, bool isSqlite, string expected)
    {
        var settings = DatabaseSettings.Read(Settings(("Database:Provider", provider), ("Database:ConnectionString", connection)));
        Assert.Equal(isSqlite, settings.IsSqlite);
        Assert.Equal(expected, settings.ConnectionString);
    }

    [Theory]
    [InlineData("sqlite", null)]
    [InlineData("Oracle", null)]
    [InlineData("Postgres", null)]
    [InlineData("Sqlite", "nonsense")]
    [InlineData("Sqlite", "Password=x")]
    [InlineData("Sqlite", "Data Source=")]
    [InlineData("Postgres", "Host=x;Unknown=1")]
    public void A_database_that_cannot_be_used_is_refused(string provider, string? connection) =>
        Assert.Throws<SettingException>(() => DatabaseSettings.Read(Settings(("Database:Provider", provider), ("Database:ConnectionString", connection))));

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=shared;Mode=Memory;Cache=Shared")]
    public void A_database_in_memory_needs_no_folder(string connection)
    {
        var before = Directory.GetFileSystemEntries(".");
        DatabaseSettings.Read(Settings(("Database:ConnectionString", connection))).Prepare();
        Assert.Equal(before, Directory.GetFileSystemEntries("."));
    }

    private static IConfiguration Settings(params (string Key, string? Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create(v.Key, v.Value))).Build();
}
