using System.Globalization;
using System.Text;

namespace InterviewPrep.Testing;

/// <summary>Writes a valid course of any size, the same for the same arguments: for measuring, not for reading.</summary>
public static class SyntheticCourse
{
    private const int LessonsInModule = 20;

    private static readonly string[] Words =
        ("a queue keeps the order in which work arrives and a stack reverses it so the choice between them decides which task is "
         + "answered first when the machine is busy we measure latency as the time between the question and the answer and throughput "
         + "as the number of answers in a second the two are tied by the number of tasks under way students often mix them up because "
         + "both get worse when the load grows an index trades space for speed a hash spreads keys evenly while a tree keeps them sorted "
         + "each read walks from the root to a leaf and each write may split a page").Split(' ');

    private static readonly string[] Formulas =
    [
        @"T(n) = 2\,T\!\left(\tfrac{n}{2}\right) + \Theta(n)", @"L = \lambda W", @"\sum_{i=1}^{n} i = \frac{n(n+1)}{2}",
        @"P(A \mid B) = \frac{P(B \mid A)\,P(A)}{P(B)}", @"\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}",
    ];

    /// <summary>Writes the course.</summary>
    /// <param name="folder">Where; made when it is missing.</param>
    /// <param name="lessons">How many lessons, each of about 6 KB.</param>
    /// <param name="questionsPerLesson">How many questions each has.</param>
    public static void Write(string folder, int lessons, int questionsPerLesson = 10)
    {
        var random = new Random(20260101);
        Directory.CreateDirectory(folder);
        var modules = (lessons + LessonsInModule - 1) / LessonsInModule;
        File.WriteAllText(Path.Combine(folder, "course.yaml"), $"id: synthetic\ntitle: Synthetic course\ndescription: For measuring.\nmodules: [{string.Join(", ", Enumerable.Range(0, modules).Select(m => $"module-{m}"))}]\n");
        File.WriteAllText(Path.Combine(folder, "sources.yaml"), "- { id: nobody2026, title: Nothing, authors: Nobody, year: 2026, url: https://example.org }\n");
        File.WriteAllText(Path.Combine(folder, "misconceptions.yaml"), "");
        var concepts = new StringBuilder();
        for (var m = 0; m < modules; m++)
        {
            var numbers = Enumerable.Range(m * LessonsInModule, Math.Min(LessonsInModule, lessons - (m * LessonsInModule))).ToList();
            var path = Directory.CreateDirectory(Path.Combine(folder, $"module-{m}")).FullName;
            File.WriteAllText(Path.Combine(path, "module.yaml"), $"id: module-{m}\ntitle: Module {m}\nsummary: {Sentence(random)}\nlessons: [{string.Join(", ", numbers.Select(n => $"lesson-{n}"))}]\n");
            foreach (var n in numbers)
            {
                concepts.Append(CultureInfo.InvariantCulture, $"- {{ id: topic.c{n}, title: Concept {n}, lesson: lesson-{n}#section-1, definition: {Sentence(random)} }}\n");
                File.WriteAllText(Path.Combine(path, $"lesson-{n}.md"), Lesson(n, random));
                File.WriteAllText(Path.Combine(path, $"lesson-{n}.quiz.yaml"), Quiz(n, questionsPerLesson, random));
            }
        }

        File.WriteAllText(Path.Combine(folder, "concepts.yaml"), concepts.ToString());
    }

    private static string Lesson(int n, Random random)
    {
        var text = new StringBuilder($"---\nid: lesson-{n}\ntitle: Lesson {n}\nsummary: {Sentence(random)}\nminutes: 8\nobjectives: [Say what lesson {n} says]\nconcepts: [topic.c{n}]\nsources: [nobody2026]\nreviewed: 2026-11-25\n---\n\n{Paragraph(random)}\n\n");
        for (var s = 1; s <= random.Next(6, 11); s++)
        {
            text.Append(CultureInfo.InvariantCulture, $"## Section {s} of {n} {{#section-{s}}}\n\n{Paragraph(random)}\n\n");
            if (s % 2 == 0) text.Append(CultureInfo.InvariantCulture, $"$$\n{Formulas[random.Next(Formulas.Length)]}\n$$\n\nHere $n_{{{s}}} = {random.Next(2, 99)}$. {Sentence(random)}\n\n");
            if (s % 3 == 0) text.Append("```python\ndef fib(n: int) -> int:\n    a, b = 0, 1\n    for _ in range(n):\n        a, b = b, a + b\n    return a\n```\n\n");
            if (s % 4 == 1) text.AppendJoin('\n', Enumerable.Range(0, 5).Select(_ => "- " + Sentence(random))).Append("\n\n");
            if (s % 5 == 2) text.Append("| Structure | Insert | Find |\n|---|---:|---|\n").AppendJoin('\n', Enumerable.Range(0, 5).Select(_ => $"| {Word(random)} | O(n) | {Word(random)} |")).Append("\n\n");
        }

        return text.ToString();
    }

    private static string Quiz(int n, int count, Random random)
    {
        var text = new StringBuilder($"lesson: lesson-{n}\nquestions:\n");
        for (var q = 0; q < count; q++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - id: q-{n}-{q}\n    version: 1\n    type: {(q % 2 == 0 ? "single" : "number")}\n    concepts: [topic.c{n}]\n    level: {1 + (q % 4)}\n    section: section-1\n    objectives: [1]\n    prompt: {Sentence(random)}\n    explain: {Paragraph(random)}\n    sources: [nobody2026]\n");
            if (q % 2 == 0)
            {
                text.Append("    options:\n");
                for (var o = 0; o < 4; o++) text.Append(CultureInfo.InvariantCulture, $"      - {{ id: o{o}, text: Option {o} {Word(random)}, why: {Sentence(random)}{(o == 1 ? ", correct: true" : "")} }}\n");
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"    params: {{ n: [2, 4, 8], d: [64, 128] }}\n    answer: n * d * {q + 1}\n    tolerance: {{ abs: 0 }}\n    wrong:\n      - {{ expr: n + d + {q}, why: {Sentence(random)} }}\n");
            }
        }

        return text.ToString();
    }

    private static string Word(Random random) => Words[random.Next(Words.Length)];

    private static string Sentence(Random random)
    {
        var sentence = string.Join(' ', Enumerable.Range(0, random.Next(9, 23)).Select(_ => Word(random)));
        return char.ToUpperInvariant(sentence[0]) + sentence[1..] + ".";
    }

    private static string Paragraph(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(3, 7)).Select(_ => Sentence(random)));
}
