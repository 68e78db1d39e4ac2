import torch
from checking import block, near


def given():
    return {"torch": torch}


def _angles(T, half):
    angle = torch.arange(T)[:, None] * 10_000.0 ** (-torch.arange(half) / half)
    return angle.cos(), angle.sin()


@block(1)
def pairs_are_turned_and_keep_their_length(code):
    cos, sin = _angles(6, 4)
    x = torch.randn(2, 6, 8)
    y = code.rope_half(x, cos, sin)
    near(y[:, 0], x[:, 0])
    for i in range(4):
        pair, turned = (x[..., i] * x[..., i] + x[..., i + 4] * x[..., i + 4]), (y[..., i] * y[..., i] + y[..., i + 4] * y[..., i + 4])
        near(turned, pair, 1e-4)
    near(code.rope_half(torch.tensor([[1.0, 0]]), torch.tensor([[0.0]]), torch.tensor([[1.0]])), [[0, 1]])


@block(1)
def a_score_sees_only_the_distance(code):
    cos, sin = _angles(12, 4)
    q, k = torch.randn(1, 8), torch.randn(1, 8)
    at = lambda x, n: code.rope_half(x, cos[n:n + 1], sin[n:n + 1])
    score = lambda m, n: (at(q, m) @ at(k, n).T).item()
    near(score(7, 4), score(11, 8), 1e-4)
    near(score(5, 5), (q @ k.T).item(), 1e-4)
    assert abs(score(7, 4) - score(7, 3)) > 1e-3


@block(1)
def weights_of_the_other_layout_survive_only_at_the_same_position(code):
    cos, sin = _angles(12, 4)
    q, k = torch.randn(1, 8), torch.randn(1, 8)
    order = torch.tensor([0, 2, 4, 6, 1, 3, 5, 7])      # neighbours to halves

    def score(q, k, m, n):
        return (code.rope_half(q, cos[m:m + 1], sin[m:m + 1]) @ code.rope_half(k, cos[n:n + 1], sin[n:n + 1]).T).item()

    def neighbours(x, n):
        pairs = zip(x.tolist()[0][::2], x.tolist()[0][1::2], cos[n].tolist(), sin[n].tolist())
        return [z for a, b, c, s in pairs for z in (a * c - b * s, b * c + a * s)]

    right = sum(a * b for a, b in zip(neighbours(q, 7), neighbours(k, 3)))
    near(score(q, k, 5, 5), (q @ k.T).item(), 1e-4)
    assert abs(score(q, k, 7, 3) - right) > 1e-3
    near(score(q[:, order], k[:, order], 7, 3), right, 1e-4)
