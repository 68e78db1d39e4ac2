namespace InterviewPrep.Testing;

/// <summary>A course in a folder of its own, made for looking at screens: two modules, and a secret in every key that no page may show.</summary>
public sealed class ScreenCourse : IDisposable
{
    /// <summary>A word that stands in every key, reason, hint and model answer of <see cref="Miniature"/> and nowhere else.</summary>
    public const string Secret = "zzsecret";

    /// <summary>Makes an empty folder.</summary>
    public ScreenCourse() => Path = Directory.CreateTempSubdirectory("interviewprep-course-").FullName;

    /// <summary>Full path of the folder.</summary>
    public string Path { get; }

    /// <summary>A course of two modules, three lessons and a question of every type, without errors.</summary>
    public static ScreenCourse Miniature() => new ScreenCourse()
        .Write("course.yaml", """
            id: mini
            title: Mini course
            description: A course for nobody. It has two modules.
            modules: [basics, further]
            """)
        .Write("sources.yaml", """
            - { id: zeta2020, title: Last of all, authors: Zeta, year: 2020, url: https://example.org/zeta }
            - { id: alpha2017, title: First of all, authors: "Alpha, Beta", year: 2017, url: https://example.org/alpha, note: Second version. }
            - { id: gamma2001, title: A printed book, authors: Gamma, year: 2001 }
            """)
        .Write("concepts.yaml", """
            - { id: queue.order, title: Order of a queue, lesson: queues#order, definition: "First in, first out: $a < b$." }
            - { id: queue.cost, title: Cost of a queue, lesson: queues, needs: [queue.order], definition: Constant. }
            - { id: stack.order, title: Order of a stack, lesson: stacks#order, needs: [queue.order], definition: "Last in, first out." }
            - { id: tree.leaves, title: Leaves, lesson: trees#leaves, definition: Where a tree ends. }
            """)
        .Write("misconceptions.yaml", """
            - { id: queue-is-stack, belief: A queue is a *stack*., correction: It keeps the order., concept: queue.order }
            """)
        .Write("basics/module.yaml", "id: basics\ntitle: The basics\nsummary: Where it begins.\nlessons: [queues, stacks]\n")
        .Write("further/module.yaml", "id: further\ntitle: Further on\nsummary: Where it ends.\nlessons: [trees]\n")
        .Write("basics/queues.md", """
            ---
            id: queues
            title: Queues & order
            summary: What a queue keeps, in $O(1)$.
            minutes: 8
            objectives: [Say what a queue keeps, Compute its $n$]
            concepts: [queue.order, queue.cost]
            sources: [gamma2001]
            facts: ["A queue is **fair**."]
            reviewed: 2026-11-25
            ---
            A queue is a line [@alpha2017, §2].

            ## Order {#order}

            $$
            a < b
            $$

            > [!MISCONCEPTION]
            > A queue is a stack.

            :::check q-single
            :::

            :::check q-multi
            :::

            :::check q-number
            :::

            :::check q-text
            :::

            ### Steps {#steps}

            :::check q-order
            :::

            :::check q-match
            :::

            :::check q-cloze
            :::

            :::check q-open
            :::

            ```python
            queue.append(1)
            ```

            :::lab queue-race
            :::
            """)
        .Write("basics/stacks.md", """
            ---
            id: stacks
            title: Stacks
            summary: The other way round.
            minutes: 60
            objectives: [Say what a stack keeps]
            concepts: [stack.order]
            needs: [queues]
            sources: [alpha2017]
            ---
            ## Order {#order}

            The last is first, as a [queue](lesson:queues#order) is not.
            """)
        .Write("further/trees.md", "---\nid: trees\ntitle: Trees\nsummary: They branch.\nminutes: 12\nobjectives: [Count leaves]\nconcepts: [tree.leaves]\n---\n## Leaves {#leaves}\n\nA tree has leaves.\n")
        .Write("basics/queues.quiz.yaml", Quiz);

    /// <summary>Adds a mock loop of two rounds: three short questions, and words with a term.</summary>
    public ScreenCourse WithLoop() => Write("loop.yaml", """
        title: The loop
        summary: Two rounds for nobody.
        pass: 0.7
        rounds:
          - { id: round-quick, title: Quick round, summary: Terms are graded., minutes: 10, parts: [{ questions: 3, modules: [basics], types: [single, multi, number, text] }] }
          - { id: round-words, title: Round of words, summary: Words are graded., minutes: 30, parts: [{ questions: 1, lessons: [queues], types: [open] }, { questions: 1, types: [order] }] }

        """);

    /// <summary>Writes one file, below new folders where its path names some.</summary>
    /// <param name="file">Path in the folder, with forward slashes.</param>
    /// <param name="text">Its text.</param>
    public ScreenCourse Write(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    /// <summary>Writes at the end of a file.</summary>
    public ScreenCourse Add(string file, string text)
    {
        File.AppendAllText(System.IO.Path.Combine(Path, file), text);
        return this;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        for (var attempt = 0; Directory.Exists(Path); attempt++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (IOException) when (attempt < 1000)
            {
                // The last connection to a database in it is being closed, which makes and removes files beside it.
                Thread.Yield();
            }
        }
    }

    private const string Quiz = $$$"""
        lesson: queues
        questions:
          - id: q-single
            version: 1
            type: single
            concepts: [queue.order]
            level: 1
            section: order
            prompt: Which comes out first?
            options:
              - { id: right-{{{Secret}}}, correct: true, text: The oldest, why: "{{{Secret}}} why." }
              - { id: newest, text: The newest, why: "{{{Secret}}} why.", misconception: queue-is-stack }
              - { id: any, text: Any of them, why: "{{{Secret}}} why." }
            hints: ["{{{Secret}}} hint"]
            explain: "{{{Secret}}} explanation."
            sources: [alpha2017]
          - id: q-multi
            version: 1
            type: multi
            concepts: [queue.order]
            level: 2
            prompt: Which are fair?
            options:
              - { id: a, correct: true, text: A queue, why: "{{{Secret}}}." }
              - { id: b, correct: true, text: A line of people, why: "{{{Secret}}}." }
              - { id: c, text: A stack, why: "{{{Secret}}}." }
            explain: "{{{Secret}}}."
          - id: q-number
            version: 1
            type: number
            concepts: [queue.cost]
            level: 3
            prompt: A queue holds 3 items of {{size}} bytes. How much is that?
            params: { size: [97, 101] }
            answer: 3 * size
            unit: B
            wrong: [{ expr: size + 3, why: "{{{Secret}}} slip." }]
            explain: "{{{Secret}}}."
          - id: q-text
            version: 1
            type: text
            concepts: [queue.order]
            level: 1
            prompt: What is the rule called?
            accept: ["{{{Secret}}} fifo"]
            explain: "{{{Secret}}}."
          - id: q-order
            version: 1
            type: order
            concepts: [queue.order]
            level: 2
            prompt: How does an item pass?
            steps: [Alpha step, Beta step, Gamma step, Delta step]
            explain: "{{{Secret}}}."
          - id: q-match
            version: 1
            type: match
            concepts: [queue.order]
            level: 2
            prompt: What belongs together?
            pairs: [{ left: Queue, right: Zebra crossing, why: "{{{Secret}}}." }, { left: Stack, right: Apple crate, why: "{{{Secret}}}." }]
            distractors: [Market hall]
            explain: "{{{Secret}}}."
          - id: q-cloze
            version: 1
            type: cloze
            concepts: [queue.order]
            level: 1
            prompt: "The rule is {{{{{Secret}}}: {{{Secret}}}-in | {{{Secret}}}}} first out, in {{time: {{{Secret}}}}} time."
            explain: "{{{Secret}}}."
          - id: q-open
            version: 1
            type: open
            concepts: [queue.cost]
            level: 4
            minutes: 3
            prompt: Defend the queue.
            keypoints: [{ text: "{{{Secret}}} point", weight: 2 }, { text: "{{{Secret}}} other", weight: 1 }]
            redflags: ["{{{Secret}}} flag"]
            model: "{{{Secret}}} model."
            explain: "{{{Secret}}}."
        """;
}
