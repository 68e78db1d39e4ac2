namespace InterviewPrep.Data.Storage;

/// <summary>Why the database could not do what was asked.</summary>
public enum StorageFault
{
    /// <summary>Another process or a backup holds it for longer than we wait.</summary>
    Busy,

    /// <summary>There is no room left.</summary>
    Full,

    /// <summary>It may only be read.</summary>
    ReadOnly,

    /// <summary>Its file is damaged.</summary>
    Corrupt,

    /// <summary>It cannot be reached or opened.</summary>
    Unavailable,

    /// <summary>Such a row is there already.</summary>
    Duplicate,

    /// <summary>The learner's work belongs to an account now.</summary>
    Claimed,

    /// <summary>The learner was deleted.</summary>
    Deleted,
}

/// <summary>The database could not do what was asked; nothing of it was done.</summary>
public sealed class StorageException : Exception
{
    internal StorageException(StorageFault fault, Exception? inner = null)
        : base(Explain(fault), inner) => Fault = fault;

    /// <summary>What an exception of a driver, or of this kind, means; <see langword="null"/> for one that is a defect of ours.</summary>
    public static StorageException? From(Exception exception) => exception as StorageException ?? (StorageFaults.Of(exception) is { } fault ? new StorageException(fault, exception) : null);

    /// <summary>Why.</summary>
    public StorageFault Fault { get; }

    private static string Explain(StorageFault fault) => fault switch
    {
        StorageFault.Busy => "The database is busy. Nothing was lost: what you entered is still here. Try again in a moment.",
        StorageFault.Full => "The disk of this server is full, so this could not be saved. What you entered is still here; try again once there is room.",
        StorageFault.ReadOnly => "The database can only be read at the moment, so this could not be saved. What you entered is still here.",
        StorageFault.Corrupt => "The database file is damaged, so nothing is written to it. Whoever runs this server finds the newest good backup with the command “doctor”.",
        StorageFault.Unavailable => "The database cannot be reached at the moment, so this could not be saved. What you entered is still here; try again in a moment.",
        StorageFault.Duplicate => "This is saved already.",
        StorageFault.Claimed => "You have signed in since this page was opened. Load it again to go on.",
        StorageFault.Deleted => "All your data here was deleted, in another window or on another device, so that nothing is saved for you any more. Load the page again to begin anew.",
        _ => throw new InvalidOperationException($"Unhandled fault {fault}."),
    };
}
