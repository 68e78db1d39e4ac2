namespace InterviewPrep.Data.Storage;

/// <summary>Remembers that the embedded database's file was found to be damaged: from then on nothing is written to it.</summary>
public sealed class DatabaseDamage
{
    private volatile bool _isKnown;

    /// <summary>Whether damage was found since the start.</summary>
    public bool IsKnown => _isKnown;

    /// <summary>Notes that damage was found; a restart with a good file is the way back.</summary>
    public void Note() => _isKnown = true;
}
