using InterviewPrep.Content.Diagnostics;
using InterviewPrep.Core.Courses;

namespace InterviewPrep.Content.Rendering;

/// <summary>Turns what an author writes into an address: <c>lesson:id#section</c>, <c>concept:id</c>, <c>#section</c> or <c>https://…</c>.</summary>
internal static class LinkTarget
{
    /// <summary>Why a link is refused.</summary>
    public sealed record Problem(DiagnosticRule Rule, string Message, string Mend);

    /// <summary>The address, or <see langword="null"/> and the problem; none when the target is there but not loaded, which is reported elsewhere.</summary>
    public static string? Resolve(string url, RenderScope scope, out Problem? problem)
    {
        problem = null;
        if (url.StartsWith("lesson:", StringComparison.Ordinal)) return Lesson(url["lesson:".Length..], scope, out problem);
        if (url.StartsWith("concept:", StringComparison.Ordinal))
        {
            var id = url["concept:".Length..];
            if (scope.Course.FindConcept(id) is not null) return "/glossary#" + id;
            if (!scope.Unloaded.Covers(id, DiagnosticRules.UnknownConcept))
                problem = new(DiagnosticRules.BrokenLink, $"There is no concept '{id}'.", scope.Suggest(id, scope.Course.Concepts.Select(c => c.Id), "Mend the id."));
            return null;
        }

        if (url.StartsWith('#'))
        {
            if (scope.Lesson?.FindSection(url[1..]) is { } section) return scope.IsQuestion ? $"/lessons/{scope.Lesson.Id}#{section.Id}" : url;
            if (scope.Lesson is null)
            {
                problem = new(DiagnosticRules.BrokenLink, $"'{url}' is a section of no lesson.", "Write lesson:id#section.");
                return null;
            }

            problem = new(DiagnosticRules.BrokenLink, $"This lesson has no section '{url[1..]}'.", scope.Suggest(url[1..], scope.Lesson.Sections.Select(s => s.Id), "Mend the anchor."));
            return null;
        }

        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && url.StartsWith("https://", StringComparison.Ordinal)) return uri.AbsoluteUri;
        problem = new(DiagnosticRules.UnsafeLink, $"The link '{(url.Length > 60 ? url[..60] + "…" : url)}' is refused.", "Write https://…, lesson:id#section, concept:id or #section.");
        return null;
    }

    private static string? Lesson(string text, RenderScope scope, out Problem? problem)
    {
        problem = null;
        var place = SectionReference.Parse(text);
        if (scope.Course.FindLesson(place.Lesson) is not { } lesson)
        {
            if (!scope.Unloaded.Covers(place.Lesson, DiagnosticRules.UnknownLesson))
                problem = new(DiagnosticRules.BrokenLink, $"There is no lesson '{place.Lesson}'.", scope.Suggest(place.Lesson, scope.Course.Lessons.Select(l => l.Id), "Mend the id."));
            return null;
        }

        if (place.Section is { } section && lesson.FindSection(section) is null)
        {
            problem = new(DiagnosticRules.BrokenLink, $"The lesson '{lesson.Id}' has no section '{section}'.", scope.Suggest(section, lesson.Sections.Select(s => s.Id), "Mend the anchor."));
            return null;
        }

        return "/lessons/" + place;
    }
}
