using System.Net;
using InterviewPrep.Content.Serving;
using InterviewPrep.Core.Answers;
using InterviewPrep.Core.Quizzes;
using InterviewPrep.Data;
using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Marks;
using InterviewPrep.Data.Reading;
using InterviewPrep.Testing;
using InterviewPrep.Web.Features.Mails;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace InterviewPrep.Web.Tests.Features.Accounts;

/// <summary>The whole application in this process, with a database of its own and a clock that a test moves.</summary>
public sealed class AccountSite : WebApplicationFactory<Program>
{
    private readonly ScreenCourse _folder = ScreenCourse.Miniature();
    private readonly string _environment;
    private readonly (string Key, string Value)[] _settings;
    private bool _isDisposed;
    private bool _isImpatient;

    private AccountSite(string environment, params (string Key, string Value)[] settings) => (_environment, _settings) = (environment, settings);

    /// <summary>The time. It begins with that of the machine, by which the client's cookies end.</summary>
    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);

    /// <summary>How often a password was hashed, for keeping or for checking.</summary>
    public CountingHasher Hashes { get; } = new();

    /// <summary>The mails so far, the latest first.</summary>
    public IReadOnlyList<Mail> Mails => [.. Services.GetRequiredService<DevelopmentMailbox>().Mails.Select(m => m.Mail)];

    /// <summary>Without a mail server.</summary>
    public static AccountSite WithoutMail(params (string Key, string Value)[] settings) => new("Production", settings);

    /// <summary>In development, where mails are shown on a page.</summary>
    public static AccountSite WithMail(params (string Key, string Value)[] settings) => new("Development", settings);

    /// <summary>Over a course with a mock loop. To be said before anything is asked for.</summary>
    public AccountSite WithLoop()
    {
        _folder.WithLoop();
        return this;
    }

    /// <summary>Without a mail server, with a database that waits a second only for whoever holds it.</summary>
    public static AccountSite Impatient() => new("Production") { _isImpatient = true };

    /// <summary>In development, with a database that waits a second only for whoever holds it.</summary>
    public static AccountSite ImpatientWithMail() => new("Development") { _isImpatient = true };

    /// <summary>Holds the database as another process does that writes, until it is disposed of.</summary>
    public IAsyncDisposable Lock() => new Writer(File);

    /// <summary>A browser of somebody new.</summary>
    public Surfer Surf(string scheme = "https")
    {
        var cookies = new CookieContainer();
        return new(CreateDefaultClient(new Uri($"{scheme}://localhost"), new CookieContainerHandler(cookies)), cookies);
    }

    /// <summary>A browser whose guest has given some answers and left marks of every kind.</summary>
    public async Task<(Surfer Surfer, Guid Learner)> GuestAsync(int answers)
    {
        var surfer = Surf();
        var before = await LearnersAsync();
        await surfer.SendAsync("/settings", "settings", ("Form.DisplayName", "Guest"));
        var learner = Assert.Single((await LearnersAsync()).Except(before));
        await WorkAsync(learner, answers);
        return (surfer, learner);
    }

    /// <summary>Somebody with an account, signed in.</summary>
    public async Task<Surfer> MemberAsync(string email, string password = Password)
    {
        var surfer = Surf();
        await surfer.SendAsync("/account/sign-up", "sign-up", ("Form.Email", email), ("Form.Password", password));
        await SignInAsync(surfer, email, password);
        return surfer;
    }

    /// <summary>Signs in with a password, and with the link of the mail where there is one.</summary>
    public async Task<Page> SignInAsync(Surfer surfer, string email, string password = Password)
    {
        var link = Services.GetService<DevelopmentMailbox>() is null ? null : Mails.FirstOrDefault(m => m.To == email && m.Text.Contains("?confirm=", StringComparison.Ordinal));
        return await surfer.SendAsync(link is null ? "/account/sign-in" : LinkOf(link), "sign-in", ("Form.Email", email), ("Form.Password", password));
    }

    /// <summary>The password of most.</summary>
    public const string Password = "quiet lanterns drift west";

    /// <summary>The address in a mail that brings a token.</summary>
    public static string LinkOf(Mail mail) => new Uri(mail.Text.Split('\n').Single(l => l.StartsWith("http", StringComparison.Ordinal) && l.Contains('?', StringComparison.Ordinal)).Trim()).PathAndQuery;

    /// <summary>An account of the database.</summary>
    public async Task<Account> AccountAsync(string email)
    {
        await using var context = await ContextAsync();
        return await context.Users.SingleAsync(a => a.Email == email, TestContext.Current.CancellationToken);
    }

    /// <summary>A context of its own.</summary>
    public Task<InterviewPrepContext> ContextAsync() => Services.GetRequiredService<IDbContextFactory<InterviewPrepContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

    /// <summary>Answers and marks of every kind.</summary>
    public async Task WorkAsync(Guid learner, int answers)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var now = Time.GetUtcNow().UtcDateTime;
        var question = Services.GetRequiredService<CourseCatalog>().Current.Course.Questions[0];
        for (var i = 0; i < answers; i++)
        {
            var answer = new Answer
            {
                Id = Guid.CreateVersion7(),
                Learner = learner,
                Step = Guid.CreateVersion7(),
                Question = question.Id,
                Version = question.Version,
                Seed = i,
                Response = new UnknownResponse(),
                Score = 0.5,
                Mode = AnswerMode.Check,
                Time = now.AddSeconds(i),
                Misconceptions = ["queue-is-stack"],
            };
            await Services.GetRequiredService<AnswerStore>().RecordAsync(answer, question, cancellation);
            await using var context = await ContextAsync();
            context.Regrades.Add(new RegradeRow { Id = Guid.CreateVersion7(), AnswerId = answer.Id, LearnerId = learner, QuestionVersion = 2, ScoreBefore = 0.5, Score = 1, Time = now });
            await context.SaveChangesAsync(cancellation);
        }

        await Services.GetRequiredService<AttemptStore>().StartAsync(learner, new QuizSpec { Title = "Ten" }, [new DrawnQuestion(question, 7)], now, cancellation);
        var marks = Services.GetRequiredService<MarkStore>();
        await marks.BookmarkAsync(learner, question.Id, isSet: true, now, cancellation);
        await marks.NoteAsync(learner, question.Id, "a note", now, cancellation);
        await marks.ReportAsync(learner, question.Id, 1, "a slip", now, cancellation);
        var reading = Services.GetRequiredService<ReadingStore>();
        await reading.MarkAsync(learner, "queues", ["order"], isExplicit: true, now, cancellation);
        await reading.PlaceAsync(learner, "queues", "order", now, cancellation);
        await using var folds = await ContextAsync();
        if (await folds.Folds.AllAsync(f => f.LearnerId != learner, cancellation)) folds.Folds.Add(new LearnerFold { LearnerId = learner, Version = 1, Answers = answers, Through = now, Regrades = 0, Corrections = 0, State = [1] });
        await folds.SaveChangesAsync(cancellation);
    }

    /// <summary>Ids of all learners whose work is their own.</summary>
    public async Task<IReadOnlyList<Guid>> LearnersAsync()
    {
        await using var context = await ContextAsync();
        return await context.Learners.Where(l => l.MergedInto == null).Select(l => l.Id).ToListAsync(TestContext.Current.CancellationToken);
    }

    private string File => Path.Combine(_folder.Path, "test.db");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        LearnerDatabase.Put(File);
        builder.UseEnvironment(_environment);
        builder.UseSetting("Content:Path", _folder.Path);
        builder.UseSetting("Database:ConnectionString", $"Data Source={File};Pooling=False{(_isImpatient ? ";Default Timeout=1" : "")}");
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
            services.Replace(ServiceDescriptor.Scoped<IPasswordHasher<Account>>(_ => Hashes));
        });
    }

    public override async ValueTask DisposeAsync()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        await base.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private sealed class Writer : IAsyncDisposable
    {
        private readonly SqliteConnection _connection;

        public Writer(string file)
        {
            _connection = new SqliteConnection($"Data Source={file};Pooling=False");
            _connection.Open();
            using var command = _connection.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE";
            command.ExecuteNonQuery();
        }

        public ValueTask DisposeAsync() => _connection.DisposeAsync();
    }

    /// <summary>The framework's own, with few rounds, since what is tested is not how long they take.</summary>
    public sealed class CountingHasher : IPasswordHasher<Account>
    {
        private readonly PasswordHasher<Account> _inner = new(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 100 }));
        private int _count;

        public int Count => _count;

        public string HashPassword(Account user, string password)
        {
            Interlocked.Increment(ref _count);
            return _inner.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _count);
            return _inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
