namespace InterviewPrep.Web.Features.Accounts;

/// <summary>Around the framework's passkeys.</summary>
internal static class Passkeys
{
    /// <summary>The framework throws where a challenge is missing, which is what a page that was open for long looks like.</summary>
    /// <returns>What came of it, or <see langword="null"/> without a challenge.</returns>
    public static async Task<T?> TryAsync<T>(Func<Task<T>> perform)
        where T : class
    {
        try
        {
            return await perform().ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
