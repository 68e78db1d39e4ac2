namespace InterviewPrep.Testing;

/// <summary>
/// A miniature course in a folder of its own, valid down to the last warning on <see cref="Today"/>: one module with two
/// lessons, a question of each type, concepts, a misconception and a source. Tests replace what they are about.
/// </summary>
public sealed class CourseFolder : IDisposable
{
    /// <summary>The day that the course is checked on.</summary>
    public static readonly DateOnly Today = new(2026, 11, 25);

    /// <summary>The files of the valid course by path.</summary>
    public static readonly IReadOnlyDictionary<string, string> Valid = new Dictionary<string, string>
    {
        ["course.yaml"] = """
            id: miniature
            title: Miniature course
            description: One module to test with.
            modules: [attention]

            """,
        ["attention/module.yaml"] = """
            id: attention
            title: Attention
            summary: Two short lessons.
            lessons: [dot-products, scaling]

            """,
        ["concepts.yaml"] = """
            - id: attention.dot-products
              title: Dot products
              lesson: dot-products#alignment
              definition: A sum of products, $q \cdot k$.
            - id: attention.scaling
              title: Why attention divides by √d_k
              lesson: scaling#why-the-square-root
              needs: [attention.dot-products]
              definition: The factor that keeps the scores' variance at one.

            """,
        ["misconceptions.yaml"] = """
            - id: scale-by-length
              belief: The scores are divided to normalise for the length of the sequence.
              correction: The factor undoes the growth of a dot product's spread with its dimension.
              concept: attention.scaling

            """,
        ["sources.yaml"] = """
            - id: vaswani2017
              title: Attention Is All You Need
              authors: Vaswani, Shazeer, Parmar, et al.
              year: 2017
              url: https://arxiv.org/abs/1706.03762

            """,
        ["attention/dot-products.md"] = """
            ---
            id: dot-products
            title: Dot products
            summary: A dot product says how far two vectors point the same way.
            minutes: 5
            objectives:
              - Compute a dot product
            concepts: [attention.dot-products]
            sources: [vaswani2017]
            facts:
              - A dot product of orthogonal vectors is 0.
            checks:
              - dot([1, 2], [3, 4]) == 11
            reviewed: 2026-11-01
            ---
            A dot product multiplies and adds.

            ## Alignment {#alignment}

            Take $q = (1, 2)$ and $k = (3, 4)$: the product is {{= dot([1, 2], [3, 4]) }}, as [@vaswani2017, §3.2] writes it.

            :::check dot-01

            ## Orthogonality {#orthogonality}

            Vectors at right angles have the product zero.

            """,
        ["attention/dot-products.quiz.yaml"] = """
            lesson: dot-products
            questions:
              - id: dot-01
                version: 1
                type: single
                concepts: [attention.dot-products]
                level: 1
                section: alignment
                objectives: [1]
                prompt: What is the dot product of (1, 2) and (3, 4)?
                options:
                  - { id: eleven, correct: true, text: "11", why: "3 + 8." }
                  - { id: ten, text: "10", why: "That adds all four numbers." }
                  - { id: twenty-four, text: "24", why: "That multiplies all four numbers." }
                explain: Multiply in pairs, then add.
                sources: [vaswani2017]

            """,
        ["attention/scaling.md"] = """
            ---
            id: scaling
            title: Scaled dot-product attention
            summary: Why the scores are divided by $\sqrt{d_k}$.
            minutes: 10
            objectives:
              - Derive why the scores are divided by √d_k
              - Compute the size of a cache
            concepts: [attention.scaling]
            needs: [dot-products]
            sources: [vaswani2017]
            checks:
              - softmax([2, 1, 0])[0] ≈ 0.6652
            reviewed: 2026-11-01
            ---
            The scores are scaled before the softmax.

            ## Why the square root {#why-the-square-root}

            > [!MISCONCEPTION]
            > **The factor is about the length of the sequence.** It is about the dimension.

            The [dot product](lesson:dot-products#alignment) of two random vectors has a variance that grows with the dimension.

            ![Two curves, one flat and one steep](figures/spread.svg "The spread with and without the factor.")

            :::check scale-01

            ## Cost {#cost}

            A cache of {{= 2 * 32 * 8 * 128 * 4096 * 2 | GiB }} is not small.

            """,
        ["attention/scaling.quiz.yaml"] = """
            lesson: scaling
            questions:
              - id: scale-01
                version: 1
                type: multi
                concepts: [attention.scaling, attention.dot-products]
                level: 2
                section: why-the-square-root
                objectives: [1]
                prompt: What does the factor change?
                options:
                  - { id: variance, correct: true, text: "The variance of the scores", why: "It brings it back to one." }
                  - { id: softmax, correct: true, text: "How sharp the softmax is", why: "Smaller scores, softer weights." }
                  - { id: length, text: "The length of the output", why: "That is set by the queries.", misconception: scale-by-length }
                hints: ["Think of the spread."]
                explain: The variance of a dot product of $d_k$ terms is $d_k$.
                followups: [scale-02]
                sources: [vaswani2017]
              - id: scale-02
                version: 1
                type: number
                concepts: [attention.scaling]
                level: 3
                section: cost
                objectives: [2]
                params: { layers: [24, 32], ctx: [2048, 4096] }
                prompt: |
                  A model has {{layers}} layers and a context of {{ctx}} tokens.
                  How large is its cache in GiB?
                answer: "2 * layers * 8 * 128 * ctx * 2"
                unit: GiB
                tolerance: { rel: 0.02 }
                wrong:
                  - { expr: "layers * 8 * 128 * ctx * 2", why: "Keys and values are both stored.", misconception: scale-by-length }
                explain: Twice, for keys and values.
                sources: [vaswani2017]
                checks: ["layers < ctx"]
              - id: scale-03
                version: 1
                type: text
                concepts: [attention.scaling]
                level: 1
                section: why-the-square-root
                prompt: What grows with the dimension?
                accept: ["variance", "spread"]
                pattern: "the variance.*"
                explain: The variance.
                sources: [vaswani2017]
              - id: scale-04
                version: 1
                type: order
                concepts: [attention.dot-products]
                level: 3
                section: why-the-square-root
                prompt: Put the steps of attention in order.
                steps: ["Multiply queries and keys", "Scale", "Take the softmax"]
                explain: The softmax comes last.
                sources: [vaswani2017]
              - id: scale-05
                version: 1
                type: match
                concepts: [attention.scaling]
                level: 2
                section: why-the-square-root
                prompt: Match symbols and meanings.
                pairs:
                  - { left: "$d_k$", right: "dimension of a key", why: "k for key." }
                  - { left: "$n$", right: "length of the sequence" }
                distractors: ["number of layers"]
                explain: As in the paper.
                sources: [vaswani2017]
              - id: scale-06
                version: 1
                type: cloze
                concepts: [attention.scaling]
                level: 2
                section: why-the-square-root
                prompt: "The variance grows with the {{what: dimension | size}} of the keys."
                explain: The dimension.
                sources: [vaswani2017]
              - id: scale-07
                version: 1
                type: open
                concepts: [attention.scaling]
                level: 4
                section: why-the-square-root
                prompt: Explain the factor to an interviewer.
                keypoints:
                  - { text: "Variance of a sum", weight: 2 }
                  - { text: "Saturated softmax" }
                redflags: ["Says that it is about length."]
                model: The variance of the dot product is the dimension; dividing by its root brings it back to one.
                minutes: 2
                explain: See the section.
                sources: [vaswani2017]

            """,
        ["attention/figures/spread.svg"] = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 120" role="img">
              <title>Spread</title>
              <path d="M0 60 H680" stroke="currentColor" fill="none"/>
            </svg>

            """,
    };

    /// <summary>Writes the course, with some files replaced or, where the text is <see langword="null"/>, left out.</summary>
    public CourseFolder(params (string Path, string? Text)[] changes)
    {
        foreach (var (path, text) in Valid) Write(path, text);
        foreach (var (path, text) in changes)
        {
            if (text is null) File.Delete(PathOf(path));
            else Write(path, text);
        }
    }

    /// <summary>Full path of the folder.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("course-").FullName;

    /// <summary>Full path of a file.</summary>
    public string PathOf(string path) => Path.Combine(Root, path);

    /// <summary>Writes a file; its time of writing differs from that of the last version even on a clock with coarse ticks.</summary>
    public void Write(string path, string text)
    {
        var full = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var before = File.Exists(full) ? File.GetLastWriteTimeUtc(full) : DateTime.MinValue;
        File.WriteAllText(full, text);
        if (File.GetLastWriteTimeUtc(full) <= before) File.SetLastWriteTimeUtc(full, before.AddSeconds(1));
    }

    /// <summary>Replaces a stretch of a file that stands in it once.</summary>
    public void Edit(string path, string old, string replacement)
    {
        var text = File.ReadAllText(PathOf(path));
        if (text.Split(old).Length != 2) throw new ArgumentException($"'{old}' does not stand once in {path}.", nameof(old));
        Write(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Root, recursive: true);
}
