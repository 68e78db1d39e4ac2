using InterviewPrep.Data.Answers;
using InterviewPrep.Data.Attempts;
using InterviewPrep.Data.Learners;
using InterviewPrep.Data.Marks;
using InterviewPrep.Data.Reading;
using InterviewPrep.Data.Review;
using InterviewPrep.Data.Storage;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace InterviewPrep.Data;

/// <summary>What learners do, how they sign in, and the keys that protect their cookies. Migrations are in the provider projects.</summary>
public sealed class InterviewPrepContext : IdentityUserContext<Account, Guid>, IDataProtectionKeyContext
{
    /// <summary>The longest id of a question, lesson, section or time zone.</summary>
    internal const int IdLength = 200;

    private const int HashLength = 64;

    /// <summary>For one connection.</summary>
    public InterviewPrepContext(DbContextOptions<InterviewPrepContext> options)
        : base(options)
    {
    }

    /// <summary>
    /// Whom a context asks for its turn whenever it saves: one that the framework's own stores have, which save by themselves. Those that
    /// <see cref="Storage.Database"/> makes have it already.
    /// </summary>
    internal Storage.Database? Turn { get; init; }

    public DbSet<Learner> Learners => Set<Learner>();

    public DbSet<DeletedLearner> DeletedLearners => Set<DeletedLearner>();

    public DbSet<AnswerRow> Answers => Set<AnswerRow>();

    public DbSet<RegradeRow> Regrades => Set<RegradeRow>();

    public DbSet<LearnerFold> Folds => Set<LearnerFold>();

    public DbSet<CorrectionRow> Corrections => Set<CorrectionRow>();

    public DbSet<SuspendedCard> SuspendedCards => Set<SuspendedCard>();

    public DbSet<FittedParameters> FittedParameters => Set<FittedParameters>();

    public DbSet<AttemptRow> Attempts => Set<AttemptRow>();

    public DbSet<AttemptStep> AttemptSteps => Set<AttemptStep>();

    public DbSet<QuestionSnapshot> Snapshots => Set<QuestionSnapshot>();

    public DbSet<SectionRead> SectionsRead => Set<SectionRead>();

    public DbSet<ReadingPlace> Places => Set<ReadingPlace>();

    public DbSet<Bookmark> Bookmarks => Set<Bookmark>();

    public DbSet<Note> Notes => Set<Note>();

    public DbSet<MistakeReport> Reports => Set<MistakeReport>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc/>
    /// <exception cref="StorageException">The database could not; only of a context that asks for its turn.</exception>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Task<int> Save() => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        return Turn is not null && Database.CurrentTransaction is null ? Turn.InTurnAsync(Save, cancellationToken) : Save();
    }

    /// <inheritdoc/>
    /// <exception cref="StorageException">The database could not; only of a context that asks for its turn.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        int Save() => base.SaveChanges(acceptAllChangesOnSuccess);
        return Turn is not null && Database.CurrentTransaction is null ? Turn.InTurn(Save) : Save();
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        AddPasskeys(builder);
        builder.Entity<Account>(account =>
        {
            account.HasIndex(a => a.LearnerId).IsUnique();
            account.HasOne<Learner>().WithMany().HasForeignKey(a => a.LearnerId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Learner>(learner =>
        {
            learner.Property(l => l.DisplayName).HasMaxLength(LearnerSettings.MaxNameLength);
            learner.Property(l => l.TimeZone).HasMaxLength(IdLength);
        });
        builder.Entity<DeletedLearner>().ToTable("DeletedLearners");
        builder.Entity<AnswerRow>(answer =>
        {
            answer.ToTable("Answers");
            answer.HasIndex(a => new { a.LearnerId, a.StepId }).IsUnique();
            answer.HasIndex(a => new { a.LearnerId, a.Time, a.Id });
            answer.HasIndex(a => new { a.QuestionId, a.QuestionVersion });
            answer.HasIndex(a => a.AttemptId);
            answer.Property(a => a.QuestionId).HasMaxLength(IdLength);
            answer.Property(a => a.SnapshotId).HasMaxLength(HashLength);
            answer.HasOne<Learner>().WithMany().HasForeignKey(a => a.LearnerId).OnDelete(DeleteBehavior.Cascade);
            answer.HasOne<QuestionSnapshot>().WithMany().HasForeignKey(a => a.SnapshotId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<RegradeRow>(regrade =>
        {
            regrade.ToTable("Regrades");
            regrade.HasIndex(r => new { r.AnswerId, r.QuestionVersion }).IsUnique();
            regrade.HasIndex(r => r.LearnerId);
            regrade.HasOne<AnswerRow>().WithMany().HasForeignKey(r => r.AnswerId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<LearnerFold>(fold =>
        {
            fold.ToTable("Folds");
            fold.HasKey(f => f.LearnerId);
            fold.HasOne<Learner>().WithMany().HasForeignKey(f => f.LearnerId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<CorrectionRow>(correction =>
        {
            correction.ToTable("Corrections");
            correction.HasIndex(c => new { c.AnswerId, c.Time }).IsUnique();
            correction.HasIndex(c => c.LearnerId);
            correction.HasOne<AnswerRow>().WithMany().HasForeignKey(c => c.AnswerId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<SuspendedCard>(card =>
        {
            card.ToTable("SuspendedCards");
            card.HasKey(c => new { c.LearnerId, c.QuestionId });
            card.Property(c => c.QuestionId).HasMaxLength(IdLength);
            card.HasOne<Learner>().WithMany().HasForeignKey(c => c.LearnerId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<FittedParameters>(parameters =>
        {
            parameters.ToTable("FittedParameters");
            parameters.HasIndex(p => new { p.LearnerId, p.Time });
            parameters.Property(p => p.Weights).HasMaxLength(Review.FittedParameters.MaxLength);
            parameters.Ignore(p => p.Parameters);
            parameters.HasOne<Learner>().WithMany().HasForeignKey(p => p.LearnerId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<AttemptRow>(attempt =>
        {
            attempt.ToTable("Attempts");
            attempt.HasIndex(a => new { a.LearnerId, a.Started });
            attempt.HasMany(a => a.Steps).WithOne().HasForeignKey(s => s.AttemptId).OnDelete(DeleteBehavior.Cascade);
            attempt.HasOne<Learner>().WithMany().HasForeignKey(a => a.LearnerId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<AttemptStep>(step =>
        {
            step.ToTable("AttemptSteps");
            step.HasIndex(s => new { s.AttemptId, s.Position }).IsUnique();
            step.Property(s => s.SnapshotId).HasMaxLength(HashLength);
            step.HasOne<QuestionSnapshot>().WithMany().HasForeignKey(s => s.SnapshotId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<QuestionSnapshot>(snapshot =>
        {
            snapshot.ToTable("Snapshots");
            snapshot.Property(s => s.Id).HasMaxLength(HashLength);
            snapshot.Property(s => s.QuestionId).HasMaxLength(IdLength);
        });
        builder.Entity<SectionRead>(read =>
        {
            read.ToTable("SectionsRead");
            read.HasKey(r => new { r.LearnerId, r.Lesson, r.Section });
            read.Property(r => r.Lesson).HasMaxLength(IdLength);
            read.Property(r => r.Section).HasMaxLength(IdLength);
            read.HasOne<Learner>().WithMany().HasForeignKey(r => r.LearnerId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ReadingPlace>(place =>
        {
            place.ToTable("ReadingPlaces");
            place.HasKey(p => new { p.LearnerId, p.Lesson });
            place.Property(p => p.Lesson).HasMaxLength(IdLength);
            place.Property(p => p.Section).HasMaxLength(IdLength);
            place.HasOne<Learner>().WithMany().HasForeignKey(p => p.LearnerId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Bookmark>(bookmark =>
        {
            bookmark.HasKey(b => new { b.LearnerId, b.QuestionId });
            bookmark.Property(b => b.QuestionId).HasMaxLength(IdLength);
            bookmark.HasOne<Learner>().WithMany().HasForeignKey(b => b.LearnerId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Note>(note =>
        {
            note.HasKey(n => new { n.LearnerId, n.QuestionId });
            note.Property(n => n.QuestionId).HasMaxLength(IdLength);
            note.HasOne<Learner>().WithMany().HasForeignKey(n => n.LearnerId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<MistakeReport>(report =>
        {
            report.ToTable("MistakeReports");
            report.HasIndex(r => r.Time);
            report.Property(r => r.QuestionId).HasMaxLength(IdLength);
            report.Property(r => r.Text).HasMaxLength(MistakeReport.MaxLength);
            report.HasOne<Learner>().WithMany().HasForeignKey(r => r.LearnerId).OnDelete(DeleteBehavior.SetNull);
        });
    }

    /// <summary>
    /// What the third version of the framework's schema has and the first has not. Which one it takes is up to a service, which
    /// tools, the command line and tests do not have; the model has to be the same for all of them.
    /// </summary>
    private static void AddPasskeys(ModelBuilder builder)
    {
        const int credentialLength = 1024; // WebAuthn level 3, section 4: at most 1023 bytes.
        builder.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("AspNetUserPasskeys");
            passkey.HasKey(p => p.CredentialId);
            passkey.Property(p => p.CredentialId).HasMaxLength(credentialLength);
            passkey.OwnsOne(p => p.Data).ToJson();
            passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId).IsRequired();
        });
    }
}
