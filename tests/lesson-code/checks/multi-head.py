import torch
from checking import block, equal, fails, near
from lessons import lesson


def given():
    return {"torch": torch}


def _weights(d):
    return torch.randn(d, 3 * d) / d ** 0.5, torch.randn(d, d) / d ** 0.5


@block(1)
def shapes(code):
    equal(code.mha(torch.randn(2, 10, 768), *_weights(768), 12).shape, (2, 10, 768))


@block(1)
def head_by_head(code):
    B, T, d, h = 2, 5, 12, 3
    x, (w_qkv, w_o) = torch.randn(B, T, d), _weights(d)
    out = code.mha(x, w_qkv, w_o, h)
    for b in range(B):
        for t in range(T):
            mixed = []
            for i in range(h):
                part = [w_qkv[:, n * d + i * 4:n * d + i * 4 + 4] for n in range(3)]
                q, k, v = (x[b, :t + 1] @ w for w in part)
                mixed.append((k @ q[t] / 4 ** 0.5).softmax(dim=0).reshape(1, t + 1) @ v)
            near(out[b, t], (torch.cat(mixed, dim=1) @ w_o)[0], 1e-4)


@block(1)
def no_token_reads_a_later_one(code):
    x, weights = torch.randn(1, 6, 12), _weights(12)
    before = code.mha(x, *weights, 3)
    x[0, 4] = torch.randn(12)
    after = code.mha(x, *weights, 3)
    near(after[:, :4], before[:, :4])
    assert not torch.allclose(after[:, 4:], before[:, 4:], atol=1e-3)


@block(1)
def a_view_as_heads_runs_and_leaks(code):
    wrong = lesson("multi-head")[0].changed("t.view(B, T, h, d // h).transpose(1, 2)", "t.reshape(B, h, T, d // h)")
    x, weights = torch.randn(1, 6, 12), _weights(12)
    mha = wrong.run(given())["mha"]
    before = mha(x, *weights, 3)
    x[0, 5] = torch.randn(12)
    assert not torch.allclose(mha(x, *weights, 3)[:, :5], before[:, :5], atol=1e-3)
    # "head 0 would consist of all 768 features of the first 85 tokens and a bit of the next"
    equal(divmod(1024 * 64, 768), (85, 256))


@block(1)
def a_plain_view_fails_on_the_way_back(code):
    wrong = lesson("multi-head")[0].changed("transpose(1, 2).reshape", "transpose(1, 2).view")
    assert fails(wrong.run(given())["mha"], torch.randn(1, 6, 12), *_weights(12), 3, error=RuntimeError)
