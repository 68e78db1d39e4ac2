using InterviewPrep.Core.Expressions;

namespace InterviewPrep.Core.Tests.Expressions;

/// <summary>In the expectations a tilde stands for a no-break space.</summary>
public sealed class TemplateTests
{
    private static readonly Dictionary<string, double> Parameters = new() { ["layers"] = 24, ["ctx"] = 4096 };

    [Theory]
    [InlineData("The cache takes {{= 2 * 32 * 8 * 128 * 4096 * 2 | GiB }}.", "The cache takes 0.5~GiB.")]
    [InlineData("{{= 2 * 32 * 8 * 128 * 4096 * 2 | MiB }}", "512~MiB")]
    [InlineData("{{=1+1}}{{= 2 }}", "22")]
    [InlineData("{{= 1e9 | B | .1f }}", "1.0B")]
    [InlineData("{{= softmax([2, 1, 0]) | .3f }}", "[0.665, 0.245, 0.090]")]
    [InlineData("{{= 1 +\n  1 }}", "2")]
    [InlineData("A model of {{layers}} layers and {{ctx}} tokens", "A model of 24 layers and 4,096 tokens")]
    [InlineData("{{ layers }}", "24")]
    [InlineData("{{= layers * ctx }}", "98,304")]
    [InlineData("{{heads}} stay", "{{heads}} stay")]
    [InlineData("{{name: answer | alternative}}", "{{name: answer | alternative}}")]
    [InlineData("{{layers: 24}}", "{{layers: 24}}")]
    [InlineData(@"\frac{{{layers}}}{{{= 2 }}}", @"\frac{24}{2}")]
    [InlineData(@"e^{x_{i}} and x_{{i}}", @"e^{x_{i}} and x_{{i}}")]
    [InlineData("{layers} {{}} {{", "{layers} {{}} {{")]
    [InlineData("{{a}} {{layers}}", "{{a}} 24")]
    [InlineData("{{a {{layers}}", "{{a 24")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Expand_Text_IsFilledIn(string? text, string expected)
    {
        var result = Template.Expand(text, Parameters);
        Assert.Empty(result.Errors);
        Assert.Equal(expected.Replace('~', '\u00A0'), result.Text);
    }

    [Fact]
    public void Expand_WithoutParameters_LeavesNames() =>
        Assert.Equal("{{layers}}", Template.Expand("{{layers}}").Text);

    [Fact]
    public void Expand_ForMath_PrintsTex() => Assert.Equal(
        @"\frac{4{,}096}{2} = 2{,}048 \approx 3.14 \times 10^{23} \text{ of } 2\,\text{KiB}",
        Template.Expand(
            @"\frac{{{ctx}}}{2} = {{= ctx / 2 }} \approx {{= 3.14e23 }} \text{ of } {{= 2048 | KiB }}", Parameters, forMath: true).Text);

    [Theory]
    [InlineData("ab {{= 1 + }} cd", 11)]
    [InlineData("ab {{= 1 / 0 }} cd", 9)]
    [InlineData("ab {{= heads * 2 }}", 7)]
    [InlineData("ab {{= 1 | Gib }}", 11)]
    [InlineData("ab {{= 1 < 2 }}", 6)]
    [InlineData("ab {{= 131072 | B }}", 15)]
    [InlineData("ab {{= }}", 6)]
    [InlineData("ab {{= 1 + 2", 3)]
    [InlineData("ab {{= 1 {{layers: x}}", 3)]
    public void Expand_Mistake_StaysAsWrittenWithPosition(string text, int position)
    {
        var result = Template.Expand(text, Parameters);
        Assert.Equal(text, result.Text);
        Assert.Equal(position, Assert.Single(result.Errors).Position);
    }

    [Fact]
    public void Expand_SeveralMistakes_AreAllReportedInOrder()
    {
        var result = Template.Expand("{{= x }} {{= 2 }} {{= y }} {{layers}}", Parameters);
        Assert.Equal("{{= x }} 2 {{= y }} 24", result.Text);
        Assert.Equal([4, 22], result.Errors.Select(error => error.Position));
    }

    [Fact]
    public void Expressions_Text_AreFoundWithPositions()
    {
        const string Text = "a {{= 1 + 1 | GiB .1f }} b {{name}} {{=2}} {{= 3";
        var found = Template.Expressions(Text);
        Assert.Equal([" 1 + 1 ", "2"], found.Select(expression => expression.Text));
        Assert.Equal([" GiB .1f ", ""], found.Select(expression => expression.Pipes));
        Assert.All(found, expression =>
        {
            Assert.Equal(expression.Text, Text.Substring(expression.Position, expression.Text.Length));
            Assert.Equal(expression.Pipes, Text.Substring(expression.PipesPosition, expression.Pipes.Length));
            Assert.StartsWith("{{=", Text[expression.Start..expression.End], StringComparison.Ordinal);
            Assert.EndsWith("}}", Text[expression.Start..expression.End], StringComparison.Ordinal);
        });
    }
}
