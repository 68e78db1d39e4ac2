using InterviewPrep.Content.Scripting;

namespace InterviewPrep.Content.Tests.Scripting;

/// <summary>One renderer of each kind for a test class: an engine is dear to start.</summary>
public sealed class Renderers : IDisposable
{
    public MathRenderer Math { get; } = new();

    public DiagramRenderer Diagrams { get; } = new();

    public CodeHighlighter Code { get; } = new();

    public void Dispose()
    {
        Math.Dispose();
        Diagrams.Dispose();
        Code.Dispose();
    }
}
