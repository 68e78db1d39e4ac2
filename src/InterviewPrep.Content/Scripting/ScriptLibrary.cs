using Jint;

namespace InterviewPrep.Content.Scripting;

/// <summary>
/// The scripts of one engine kind, parsed once in the process: parsing is the dear part of a first engine, and a prepared
/// script is shared by all engines on all threads. Kinds are apart so that a page with formulas loads no diagrams.
/// </summary>
internal sealed class ScriptLibrary
{
    /// <summary>Temml: TeX to MathML.</summary>
    public static readonly ScriptLibrary Math = new(Plain("modules.js"), Plain("temml.js"), Plain("math.js"));

    /// <summary>nomnoml and its layout library: text to SVG.</summary>
    public static readonly ScriptLibrary Diagrams = new(
        Plain("modules.js"), Module("graphre"), Module("nomnoml"), Plain("text-widths.js"), Plain("diagram.js"));

    /// <summary>highlight.js with the languages of <see cref="CodeLanguages"/>.</summary>
    public static readonly ScriptLibrary Code = new(
        [Plain("modules.js"), Module("highlight/core"), .. CodeLanguages.Grammars.Select(grammar => Module("highlight/" + grammar)), Plain("code.js")]);

    private readonly Lazy<Prepared<Acornima.Ast.Script>[]> _scripts;

    private ScriptLibrary(params Source[] sources) =>
        _scripts = new(() => [.. sources.Select(source => Engine.PrepareScript(source.Text(), source.Name))]);

    /// <summary>Runs the scripts in a new engine.</summary>
    public void LoadInto(Engine engine)
    {
        foreach (var script in _scripts.Value)
            engine.Execute(in script);
    }

    private static Source Plain(string name) => new(name, IsModule: false);

    private static Source Module(string name) => new(name + ".js", IsModule: true);

    private sealed record Source(string Name, bool IsModule)
    {
        public string Text()
        {
            using var stream = typeof(ScriptLibrary).Assembly.GetManifestResourceStream("scripting/" + Name)
                ?? throw new InvalidOperationException($"The script {Name} is not embedded in the assembly.");
            using var reader = new StreamReader(stream);
            var text = reader.ReadToEnd();
            return IsModule ? $"define(\"{Path.ChangeExtension(Name, null)}\", function (module, exports, require) {{\n{text}\n}});" : text;
        }
    }
}
