using InterviewPrep.Content.Markdown;

namespace InterviewPrep.Content.Tests.Markdown;

public sealed class TexTextTests
{
    [Theory]
    [InlineData(@"\sqrt{d_k}", "√dₖ")]
    [InlineData(@"QK^\top / \sqrt{d_k}", "QKᵀ / √dₖ")]
    [InlineData(@"\Theta(Nd + N^2)", "Θ(Nd + N²)")]
    [InlineData(@"\frac{a}{b} \times 10^{23}", "a/b × 10²³")]
    [InlineData(@"\operatorname{softmax}(z)_i", "softmax(z)ᵢ")]
    [InlineData(@"W_Q", "W_Q")]
    [InlineData(@"\text{new tokens}", "new tokens")]
    [InlineData(@"x_{", "x_")]
    [InlineData("\\", "")]
    [InlineData(@"\unknownthing", "unknownthing")]
    public void Of_Formula_ReadableText(string tex, string text) => Assert.Equal(text, TexText.Of(tex));
}
