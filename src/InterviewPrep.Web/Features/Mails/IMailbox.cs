namespace InterviewPrep.Web.Features.Mails;

/// <summary>Where mails are dropped. Dropping takes no time, so that an answer never tells whether a mail went out.</summary>
public interface IMailbox
{
    /// <summary>Whether what is dropped gets anywhere.</summary>
    bool IsSetUp { get; }

    /// <summary>Takes a mail to be delivered.</summary>
    void Drop(Mail mail);
}

/// <summary>An instance without a mail server.</summary>
public sealed class NoMailbox : IMailbox
{
    /// <inheritdoc/>
    public bool IsSetUp => false;

    /// <inheritdoc/>
    public void Drop(Mail mail)
    {
    }
}

/// <summary>In development mails stay here, to be read at <c>/development/mail</c>.</summary>
public sealed class DevelopmentMailbox(TimeProvider time) : IMailbox
{
    private const int Kept = 50;
    private readonly Lock _lock = new();
    private readonly List<(DateTime Time, Mail Mail)> _mails = [];

    /// <inheritdoc/>
    public bool IsSetUp => true;

    /// <summary>The latest first, each with its time in UTC.</summary>
    public IReadOnlyList<(DateTime Time, Mail Mail)> Mails
    {
        get
        {
            lock (_lock) return [.. _mails];
        }
    }

    /// <inheritdoc/>
    public void Drop(Mail mail)
    {
        lock (_lock)
        {
            _mails.Insert(0, (time.GetUtcNow().UtcDateTime, mail));
            if (_mails.Count > Kept) _mails.RemoveAt(Kept);
        }
    }
}
