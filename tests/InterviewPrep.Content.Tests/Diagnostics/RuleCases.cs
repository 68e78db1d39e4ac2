using System.Collections.Immutable;
using static InterviewPrep.Content.Diagnostics.DiagnosticRules;

namespace InterviewPrep.Content.Tests.Diagnostics;

/// <summary>A defect for every rule that an edit of the miniature course can break.</summary>
internal static class RuleCases
{
    private const string Course = "course.yaml";
    private const string Module = "attention/module.yaml";
    private const string Concepts = "concepts.yaml";
    private const string Beliefs = "misconceptions.yaml";
    private const string Sources = "sources.yaml";
    private const string Lesson = "attention/scaling.md";
    private const string Quiz = "attention/scaling.quiz.yaml";
    private const string FirstLesson = "attention/dot-products.md";
    private const string FirstQuiz = "attention/dot-products.quiz.yaml";
    private const string Figure = "attention/figures/spread.svg";
    private const string Intro = "The scores are scaled before the softmax.";

    public static ImmutableArray<RuleCase> All { get; } =
    [
        // Files
        new(FileMissing, "lesson", (Module, "scaling]", "scaling, ‸heads]")) { Mend = "Write it" },
        new(FileMissing, "course", (Course, "id: miniature", "‸id: miniature")) { Mend = "Write it", Lost = ["dot-products", "scaling"] },
        new(FileTooLarge, "", (Lesson, "---\nid: scaling", "‸---\nid: scaling"), (Lesson, Intro, new string('x', 300_000))) { Mend = "Split", Lost = ["scaling"] },
        new(InvalidEncoding, "NUL", (Lesson, "before the softmax", "before‸\0 the softmax")) { Mend = "UTF-8", Lost = ["scaling"] },
        new(InvalidEncoding, "control character", (Quiz, "What grows", "What ‸\u0007grows")) { Mend = "UTF-8", Lost = ["scale-01"] },
        new(InvalidEncoding, "escape in YAML", (Quiz, "hints: [\"Think", "hints: [‸\"\\0Think")) { Mend = "escape" },
        new(PathOutside, "figure", (Lesson, "![Two curves, one flat and one steep](figures/spread.svg", "‸![Two curves](../spread.svg")) { Mend = "figures/name.svg" },
        new(NotListed, "lesson", ("attention/draft.md", "", "‸---\nid: draft\ntitle: Draft\nsummary: A draft.\nminutes: 5\nobjectives: [Read]\nconcepts: [attention.scaling]\n---\nText.\n")) { Mend = "List" },
        new(NotListed, "unknown file", ("attention/notes.yaml", "", "‸a: 1\n")) { Mend = "take the file away" },

        // YAML
        new(YamlInvalid, "", (Beliefs, "belief: The scores are", "belief: The ‸scores: are")) { Mend = "quote", Lost = ["scale-by-length"] },
        new(YamlInvalid, "front matter", (FirstLesson, "title: Dot products", "title: Dot‸: products")) { Mend = "quote", Lost = ["dot-products"] },
        new(YamlInvalid, "quiz", (FirstQuiz, "    version: 1", "   ‸ version: [1")) { Mend = "indentation", Lost = ["dot-01"] },
        new(YamlRefused, "anchor", (Beliefs, "belief: The", "belief: ‸&x The")) { Mend = "&name", Lost = ["scale-by-length"] },
        new(YamlRefused, "alias", (Sources, "title: Attention Is All You Need", "title: ‸*x")) { Mend = "Write the text out", Lost = ["vaswani2017"] },
        new(YamlRefused, "tag", (Beliefs, "belief: The", "belief: ‸!!str The")) { Mend = "!tag", Lost = ["scale-by-length"] },
        new(YamlRefused, "second document", (Beliefs, "  concept: attention.scaling\n", "  concept: attention.scaling\n‸---\n- id: other\n")) { Mend = "one document", Lost = ["scale-by-length"] },
        new(NestingTooDeep, "YAML", (Beliefs, "belief: The scores are divided to normalise for the length of the sequence.", $"belief: {new string('[', 22)}‸[[[")) { Mend = "Flatten", Lost = ["scale-by-length"] },
        new(UnknownKey, "suggestion", (Module, "summary: Two", "‸sumary: One.\nsummary: Two")) { Mend = "'summary'" },
        new(UnknownKey, "nothing near", (Quiz, "left: \"$n$\"", "left: \"$n$\", ‸colour: red")) { Mend = "left, right, why" },
        new(UnknownKey, "of another type", (Quiz, "    pattern: \"the variance.*\"", "    pattern: \"the variance.*\"\n    ‸unit: GiB")) { Mend = "number", Lost = ["scale-03"] },
        new(MissingKey, "front matter", (Lesson, "id: scaling\n", "‸id: scaling\n"), (Lesson, "minutes: 10\n", "")) { Mend = "Reading time", Lost = ["scaling"] },
        new(MissingKey, "option", (FirstQuiz, "{ id: ten, text: \"10\",", "‸{ id: ten,")) { Mend = "What is offered", Lost = ["dot-01"] },
        new(MissingKey, "of its type", (Quiz, "- id: scale-02", "- ‸id: scale-02"), (Quiz, "    answer: \"2 * layers * 8 * 128 * ctx * 2\"\n", "")) { Mend = "expression", Lost = ["scale-02"] },
        new(MissingKey, "too few", (Quiz, "    steps: [\"Multiply queries and keys\", \"Scale\", \"Take the softmax\"]", "    ‸steps: [\"Scale\", \"Take the softmax\"]")) { Mend = "at least 3", Lost = ["scale-04"] },
        new(MissingKey, "blank", (Quiz, "prompt: \"The variance grows with the {{what: dimension | size}}", "prompt: \"‸The variance grows with the dimension")) { Mend = "{{name: answer", Lost = ["scale-06"] },
        new(MissingKey, "no concept", (Quiz, "    concepts: [attention.dot-products]", "    ‸concepts: []")) { Mend = "at least one", Lost = ["scale-04"] },
        new(MissingKey, "whose quiz", (FirstQuiz, "lesson: dot-products\n", ""), (FirstQuiz, "questions:", "‸questions:")) { Mend = "lesson: id", Lost = ["dot-01"] },
        new(MissingKey, "empty file", ("attention/empty.quiz.yaml", "", "‸\n")) { Mend = "questions" },
        new(DuplicateKey, "", (Module, "title: Attention\n", "title: Attention\n‸title: Again\n")) { Mend = "Keep one" },
        new(WrongType, "list", (Quiz, "hints: [\"Think of the spread.\"]", "hints: ‸Think")) { Mend = "list", Lost = ["scale-01"] },
        new(WrongType, "number", (Quiz, "    minutes: 2", "    minutes: ‸two")) { Mend = "Minutes", Lost = ["scale-07"] },
        new(WrongType, "mapping", (Quiz, "- { text: \"Saturated softmax\" }", "- ‸Saturated softmax")) { Mend = "mapping", Lost = ["scale-07"] },
        new(WrongType, "enum", (Quiz, "type: order", "type: ‸sort")) { Mend = "How it is asked", Lost = ["scale-04"] },
        new(WrongType, "date", (Lesson, "reviewed: 2026-11-01", "reviewed: ‸yesterday")) { Mend = "YYYY-MM-DD" },
        new(WrongType, "null", (Module, "title: Attention", "title: ‸null")) { Mend = "Title", Lost = ["dot-products", "scaling"] },
        new(WrongType, "parameters", (Quiz, "layers: [24, 32]", "layers: [24, ‸many]")) { Mend = "number", Lost = ["scale-02"] },
        new(InvalidValue, "range", (Quiz, "level: 4", "level: ‸5")) { Mend = "between 1 and 4", Lost = ["scale-07"] },
        new(InvalidValue, "unit", (Quiz, "unit: GiB", "unit: ‸GiB2")) { Mend = "GiB", Lost = ["scale-02"] },
        new(InvalidValue, "length", (Quiz, "explain: The softmax comes last.", $"explain: ‸{new string('x', 20_001)}")) { Mend = "Shorten", Lost = ["scale-04"] },

        // Ids and references
        new(InvalidId, "", (Quiz, "- id: scale-03", "- id: ‸Scale_03")) { Mend = "Permanent id", Lost = ["scale-03"] },
        new(InvalidId, "concept without a dot", (Concepts, "needs: [attention.dot-products]", "needs: [‸attention]")) { Mend = "concepts to know" },
        new(InvalidId, "lesson and file", (FirstLesson, "id: dot-products", "id: ‸products")) { Mend = "the same", Lost = ["dot-products"] },
        new(InvalidId, "module and folder", (Module, "id: attention", "id: ‸attend")) { Mend = "the same", Lost = ["dot-products", "scaling"] },
        new(InvalidId, "parameter", (Quiz, "params: { layers: [24, 32], ctx:", "params: { layers: [24, 32], ‸2nd: [1], ctx:")) { Mend = "Begin with a letter", Lost = ["scale-02"] },
        new(InvalidId, "parameter that is a function", (Quiz, "params: { layers: [24, 32], ctx:", "params: { layers: [24, 32], ‸len: [1], ctx:")) { Mend = "taken", Lost = ["scale-02"] },
        new(DuplicateId, "question", (Quiz, "- id: scale-03", "- id: ‸scale-02")) { Mend = "new id", Lost = ["scale-03"] },
        new(DuplicateId, "across kinds", (Quiz, "- id: scale-03", "- id: ‸attention")) { Mend = "new id", Lost = ["scale-03"] },
        new(DuplicateId, "option", (FirstQuiz, "id: ten,", "id: ‸eleven,")) { Mend = "Reword", Lost = ["dot-01"] },
        new(DuplicateId, "lesson listed twice", (Module, "scaling]", "scaling, ‸scaling]")) { Mend = "Keep one" },
        new(DuplicateId, "module listed twice", (Course, "[attention]", "[attention, ‸attention]")) { Mend = "Keep one" },
        new(DuplicateId, "blank", (Quiz, "prompt: \"The variance grows with the {{what: dimension | size}}", "prompt: \"‸The {{what: variance}} grows with the {{what: dimension}}")) { Mend = "own name", Lost = ["scale-06"] },
        new(RetiredId, "question", ("retired.yaml", "", "- id: scale-03\n  reason: It was wrong.\n"), (Quiz, "- id: scale-03", "- id: ‸scale-03")) { Mend = "new one", Lost = ["scale-03"] },
        new(RetiredId, "lesson", ("retired.yaml", "", "- id: dot-products\n"), (FirstLesson, "id: dot-products", "id: ‸dot-products")) { Mend = "new one", Lost = ["dot-products"] },
        new(UnknownModule, "", (Course, "[attention]", "[attention, ‸training]")) { Mend = "Write it" },
        new(UnknownLesson, "needs", (Lesson, "needs: [dot-products]", "needs: [‸dot-product]")) { Mend = "'dot-products'" },
        new(UnknownLesson, "quiz", ("attention/other.quiz.yaml", "", "lesson: ‸nothing\nquestions: []\n")) { Mend = "Mend the id" },
        new(UnknownLesson, "concept", (Concepts, "lesson: dot-products#alignment", "lesson: ‸products#alignment")) { Mend = "'dot-products'", Lost = ["attention.dot-products"] },
        new(UnknownSection, "question", (Quiz, "section: cost", "section: ‸costs")) { Mend = "'cost'" },
        new(UnknownSection, "concept", (Concepts, "lesson: dot-products#alignment", "lesson: ‸dot-products#allignment")) { Mend = "'alignment'", Lost = ["attention.dot-products"] },
        new(UnknownConcept, "question", (Quiz, "concepts: [attention.scaling, attention.dot-products]", "concepts: [attention.scaling, ‸attention.dot-product]")) { Mend = "'attention.dot-products'" },
        new(UnknownConcept, "lesson", (Lesson, "concepts: [attention.scaling]", "concepts: [attention.scaling, ‸attention.heads]")) { Mend = "Mend the id" },
        new(UnknownConcept, "misconception", (Beliefs, "concept: attention.scaling", "concept: ‸attention.scalling")) { Mend = "'attention.scaling'", Lost = ["scale-by-length"] },
        new(UnknownConcept, "prerequisite", (Concepts, "needs: [attention.dot-products]", "needs: [‸attention.products]")) { Mend = "'attention.dot-products'" },
        new(UnknownMisconception, "option", (Quiz, "by the queries.\", misconception: scale-by-length", "by the queries.\", misconception: ‸scale-by-lenght")) { Mend = "'scale-by-length'" },
        new(UnknownMisconception, "slip", (Quiz, "both stored.\", misconception: scale-by-length", "both stored.\", misconception: ‸nothing")) { Mend = "add it" },
        new(UnknownSource, "front matter", (Lesson, "sources: [vaswani2017]", "sources: [‸vaswani2018]")) { Mend = "'vaswani2017'" },
        new(UnknownSource, "citation", (FirstLesson, "as [@vaswani2017, §3.2] writes", "as ‸[@vasvani2017, §3.2] writes")) { Mend = "'vaswani2017'" },
        new(UnknownQuestion, "check", (Lesson, ":::check scale-01", "‸:::check scale-1")) { Mend = "'scale-01'" },
        new(UnknownQuestion, "follow-up", (Quiz, "followups: [scale-02]", "followups: [‸scale-99]")) { Mend = "Did you mean" },
        new(UnknownObjective, "", (Quiz, "objectives: [2]", "objectives: [2, ‸3]")) { Mend = "Count them from 1" },
        new(NeedsCycle, "concepts", (Concepts, "  definition: A sum", "  needs: [attention.scaling]\n  definition: A sum"), (Concepts, "needs: [attention.dot-products]", "needs: [‸attention.dot-products]")) { Mend = "Take one" },
        new(NeedsCycle, "lessons", (FirstLesson, "sources: [vaswani2017]", "needs: [scaling]\nsources: [vaswani2017]"), (Lesson, "needs: [dot-products]", "needs: [‸dot-products]")) { Mend = "Take one" },

        // Questions
        new(KeyCount, "none", (FirstQuiz, "    options:", "    ‸options:"), (FirstQuiz, "correct: true, text: \"11\"", "text: \"11\"")) { Mend = "correct: true", Lost = ["dot-01"] },
        new(KeyCount, "two", (FirstQuiz, "    options:", "    ‸options:"), (FirstQuiz, "id: ten,", "id: ten, correct: true,")) { Mend = "multi", Lost = ["dot-01"] },
        new(KeyCount, "multi", (Quiz, "    options:", "    ‸options:"), (Quiz, "correct: true, text: \"The variance", "text: \"The variance"), (Quiz, "correct: true, text: \"How", "text: \"How")) { Mend = "correct: true", Lost = ["scale-01"] },
        new(DuplicateOption, "option", (FirstQuiz, "text: \"24\"", "text: \"‸10.\"")) { Mend = "Reword", Lost = ["dot-01"] },
        new(DuplicateOption, "step", (Quiz, "\"Scale\", \"Take", "\"Scale\", \"‸scale\", \"Take")) { Mend = "Reword", Lost = ["scale-04"] },
        new(DuplicateOption, "pair", (Quiz, "left: \"$n$\", right: \"length of the sequence\"", "left: \"$n$\", right: \"‸dimension of  a key\"")) { Mend = "Reword", Lost = ["scale-05"] },
        new(OptionEqualsKey, "", (Quiz, "text: \"The length of the output\"", "text: \"‸the variance of the scores.\"")) { Mend = "Reword", Lost = ["scale-01"] },
        new(InvalidExpression, "answer", (Quiz, "answer: \"2 * layers * 8 * 128 * ctx * 2\"", "answer: \"2 * layers * 8 * ‸* 128\"")) { Mend = "", Lost = ["scale-02"] },
        new(InvalidExpression, "unknown parameter", (Quiz, "answer: \"2 * layers * 8 * 128 * ctx * 2\"", "answer: \"2 * ‸layer * 8 * 128 * ctx * 2\"")) { Mend = "'layers'", Lost = ["scale-02"] },
        new(InvalidExpression, "check that compares nothing", (FirstLesson, "- dot([1, 2], [3, 4]) == 11", "- ‸dot([1, 2], [3, 4])")) { Mend = "≈" },
        new(InvalidExpression, "in a text", (Lesson, "{{= 2 * 32 * 8 * 128 * 4096 * 2 | GiB }}", "{{= 2 * ‸foo(3) }}")) { Mend = "" },
        new(InvalidExpression, "in a block scalar", (Quiz, "      How large is its cache in GiB?", "      How large is it, {{= 1 / ‸heads }}?")) { Mend = "" },
        new(CheckFailed, "lesson", (Lesson, "- softmax([2, 1, 0])[0] ≈ 0.6652", "- ‸softmax([2, 1, 0])[0] ≈ 0.7652")) { Mend = "Mend the number" },
        new(CheckFailed, "question", (Quiz, "checks: [\"layers < ctx\"]", "checks: [\"‸layers > ctx\"]")) { Mend = "Mend the number", Lost = ["scale-02"] },
        new(InvalidVariant, "slip is right", (Quiz, "expr: \"layers * 8 * 128 * ctx * 2\"", "expr: \"‸4 * layers * 8 * 128 * ctx\"")) { Mend = "tolerance", Lost = ["scale-02"] },
        new(InvalidVariant, "not finite", (Quiz, "answer: \"2 * layers * 8 * 128 * ctx * 2\"", "answer: \"‸1 / (layers - 32)\"")) { Mend = "parameters", Lost = ["scale-02"] },
        new(InvalidPattern, "", (Quiz, "pattern: \"the variance.*\"", "pattern: \"‸(?=x)\"")) { Mend = "look-around", Lost = ["scale-03"] },

        // Markdown
        new(FrontMatterMissing, "", (FirstLesson, "---\nid: dot-products", "‸id: dot-products")) { Mend = "---", Lost = ["dot-products"] },
        new(HeadingLevel, "too deep", (Lesson, "## Cost {#cost}", "‸#### Cost {#cost}")) { Mend = "###" },
        new(HeadingLevel, "title", (Lesson, "## Cost {#cost}", "‸# Cost {#cost}")) { Mend = "##" },
        new(HeadingLevel, "in a quote", (Lesson, Intro, "> Quote\n>\n> ‸## Inside {#inside}\n")) { Mend = "Move it out" },
        new(AnchorMissing, "", (FirstLesson, "## Orthogonality {#orthogonality}", "‸## Orthogonality")) { Mend = "{#kebab-case}" },
        new(DuplicateAnchor, "", (FirstLesson, "## Orthogonality {#orthogonality}", "‸## Orthogonality {#alignment}")) { Mend = "another" },
        new(RawHtml, "lesson", (Lesson, Intro, "The scores are ‸<b>scaled</b>.")) { Mend = "Markdown" },
        new(RawHtml, "option", (Quiz, "text: \"The length of the output\"", "text: \"The ‸<i>length</i>\"")) { Mend = "Markdown" },
        new(AttributeBlock, "", (Lesson, Intro, "The scores are *scaled*‸{.red onclick=x}.")) { Mend = "anchor" },
        new(UnsafeLink, "", (Lesson, Intro, "See ‸[this](javascript:alert(1)).")) { Mend = "https://" },
        new(UnsafeLink, "autolink", (Lesson, Intro, "See ‸<http://example.org>.")) { Mend = "https://" },
        new(BrokenLink, "lesson", (Lesson, "The [dot product](lesson:dot-products#alignment)", "The ‸[dot product](lesson:dot-product#alignment)")) { Mend = "'dot-products'" },
        new(BrokenLink, "section", (Lesson, "The [dot product](lesson:dot-products#alignment)", "The ‸[dot product](lesson:dot-products#aligned)")) { Mend = "Mend the anchor" },
        new(BrokenLink, "concept", (Quiz, "explain: The dimension.", "explain: The ‸[dimension](concept:attention.scalling).")) { Mend = "'attention.scaling'" },
        new(BrokenLink, "anchor of the page", (Lesson, Intro, "See ‸[below](#csot).")) { Mend = "'cost'" },
        new(BrokenLink, "definition", (Concepts, "definition: The factor", "definition: The ‸[factor](lesson:nowhere)")) { Mend = "Mend the id" },
        new(UnknownDirective, "", (Lesson, Intro, "‸:::detail Title\n\nText.")) { Mend = "'details'" },
        new(UnknownDirective, "fold without a title", (Lesson, Intro, "‸:::details\nText.\n:::")) { Mend = ":::details Title" },
        new(UnknownDirective, "lab without a name", (Lesson, Intro, "‸:::lab")) { Mend = ":::lab name" },
        new(DirectivePlace, "check in a list", (Lesson, Intro, "- Item\n\n  ‸:::check scale-01")) { Mend = "Move it out" },
        new(DirectivePlace, "image in a text", (Lesson, Intro, "Look: ‸![curves](figures/spread.svg)")) { Mend = "paragraph of its own" },
        new(UnclosedDirective, "", (Lesson, "A cache of", "‸:::details Size\n\nA cache of")) { Mend = ":::" },
        new(UnknownAlert, "", (Lesson, "> [!MISCONCEPTION]", "‸> [!MISCONCEPTIONS]")) { Mend = "'MISCONCEPTION'" },
        new(TexInvalid, "inline", (Lesson, Intro, "The square root $‸\\sqroot{d}$ is here.")) { Mend = "TeX" },
        new(TexInvalid, "summary", (Lesson, "summary: Why the scores are divided by $\\sqrt{d_k}$.", "summary: Why $‸\\sqroot{d_k}$.")) { Mend = "TeX" },
        new(TexInvalid, "objective", (FirstLesson, "  - Compute a dot product", "  - \"Compute $‸\\\\sqroot$\"")) { Mend = "TeX" },
        new(TexInvalid, "definition", (Concepts, "definition: A sum of products, $q \\cdot k$.", "definition: A sum, $‸\\cdoot$.")) { Mend = "TeX" },
        new(TexInvalid, "belief", (Beliefs, "belief: The scores", "belief: The $‸\\scoores$")) { Mend = "TeX" },
        new(TexInvalid, "block scalar", (Quiz, "      How large is its cache in GiB?", "      How large is $‸\\cachee$?")) { Mend = "TeX" },
        new(TexInvalid, "display in a list", (Lesson, Intro, "- Item\n\n  $$\n  a + ‸\\bb b\n  $$")) { Mend = "TeX" },
        new(TexInvalid, "title of a fold", (Lesson, Intro, "Text.\n\n:::details Why $‸\\sqroot$\nText.\n:::")) { Mend = "TeX" },
        new(TexInvalid, "caption", (Lesson, "\"The spread with and without the factor.\"", "\"The $‸\\sqroot$.\"")) { Mend = "TeX" },
        new(DiagramInvalid, "", (Lesson, Intro, "```nomnoml\n‸[a]->[b\n```")) { Mend = "nomnoml" },
        new(FigureMissing, "", (Lesson, "![Two curves, one flat and one steep](figures/spread.svg", "‸![Two curves](figures/spraed.svg")) { Mend = "'attention/figures/spread.svg'" },
        new(FigureUnsafe, "script", (Figure, "<title>Spread</title>", "‸<script>alert(1)</script>")) { Mend = "Use only" },
        new(FigureUnsafe, "not XML", (Figure, "</svg>", "‸</svgg>")) { Mend = "XML" },
        new(FigureAlt, "", (Lesson, "![Two curves, one flat and one steep]", "‸![]")) { Mend = "brackets" },
        new(MarkdownTooComplex, "line", (Lesson, Intro, $"‸{new string('x', 4_001)}")) { Mend = "paragraphs" },
        new(MarkdownTooComplex, "nesting", (Quiz, "explain: The softmax comes last.", $"explain: \"‸{new string('>', 60)} deep\"")) { Mend = "Flatten" },
        new(OutputRefused, "", (Quiz, "explain: The softmax comes last.", "explain: \"‸The &#1; comes last.\"")) { Mend = "Take what" },
        new(UnknownLanguage, "", (Lesson, Intro, "‸```pyton\nx = 1\n```")) { Mend = "python" },

        // Advice
        new(KeyIsLongest, "", (FirstQuiz, "text: \"11\"", "text: \"‸11, since the products 3 and 8 are added\"")) { Mend = "Shorten" },
        new(CatchAllOption, "", (Quiz, "text: \"The length of the output\"", "text: \"‸None of the above\"")) { Mend = "Replace" },
        new(UnboldedNot, "", (FirstQuiz, "prompt: What is the dot product of (1, 2) and (3, 4)?", "prompt: ‸Which is not the dot product of (1, 2) and (3, 4)?")) { Mend = "**not**" },
        new(UnboldedNot, "contraction", (FirstQuiz, "prompt: What is the dot product of (1, 2) and (3, 4)?", "prompt: ‸Which isn't the dot product of (1, 2) and (3, 4)?")) { Mend = "**not**" },
        new(OptionWithoutWhy, "", (FirstQuiz, "- { id: ten, text: \"10\", why: \"That adds all four numbers.\" }", "- ‸{ id: ten, text: \"10\" }")) { Mend = "why:" },
        new(QuestionWithoutSource, "", (FirstQuiz, "- id: dot-01", "- ‸id: dot-01"), (FirstQuiz, "    sources: [vaswani2017]\n", "")) { Mend = "sources:" },
        new(QuestionWithoutSection, "", (FirstQuiz, "- id: dot-01", "- ‸id: dot-01"), (FirstQuiz, "    section: alignment\n", "")) { Mend = "section:" },
        new(ConceptFewQuestions, "", (Concepts, "- id: attention.dot-products", "- id: ‸attention.dot-products"), (Quiz, "concepts: [attention.scaling, attention.dot-products]", "concepts: [attention.scaling]")) { Mend = "3" },
        new(ConceptNoHardQuestion, "", (Concepts, "- id: attention.dot-products", "- id: ‸attention.dot-products"), (Quiz, "concepts: [attention.dot-products]\n    level: 3", "concepts: [attention.dot-products]\n    level: 2")) { Mend = "computes" },
        new(LessonWithoutQuestion, "", (FirstLesson, "id: dot-products", "‸id: dot-products"), (FirstLesson, ":::check dot-01", ":::check scale-01"), (FirstQuiz, "lesson: dot-products", "lesson: scaling"), (FirstQuiz, "section: alignment", "section: cost")) { Mend = "dot-products.quiz.yaml" },
        new(ObjectiveUntested, "", (FirstLesson, "  - Compute a dot product", "  - Compute a dot product\n  - ‸Draw one")) { Mend = "objectives: [2]" },
        new(ReviewOverdue, "", (Lesson, "reviewed: 2026-11-01", "reviewed: ‸2025-11-24")) { Mend = "reviewed:" },
        new(ReviewOverdue, "never", (Lesson, "id: scaling", "‸id: scaling"), (Lesson, "reviewed: 2026-11-01\n", "")) { Mend = "reviewed:" },
    ];
}
