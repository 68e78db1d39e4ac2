namespace InterviewPrep.Web.Features.Theme;

/// <summary>Holds a redirect to this site.</summary>
public static class LocalPath
{
    private const int MaximumLength = 2_000;

    /// <summary>
    /// The path, when it is one of this site in printable ASCII; else <c>/</c>. Browsers read <c>//host</c>, <c>/\host</c>
    /// and either with tabs or line ends between as another host.
    /// </summary>
    public static string OrHome(string? path) =>
        path is { Length: > 0 and <= MaximumLength } && path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.AsSpan().ContainsAnyExceptInRange('!', '~') && !path.Contains('\\', StringComparison.Ordinal)
            ? path
            : "/";
}
