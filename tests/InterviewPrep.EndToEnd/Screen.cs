using Microsoft.Playwright;

namespace InterviewPrep.EndToEnd;

/// <summary>A size of window.</summary>
public sealed record Screen(int Width, int Height)
{
    public static readonly Screen Wide = new(1280, 900);
    public static readonly Screen Phone = new(360, 740);

    public ViewportSize Size => new() { Width = Width, Height = Height };
}
