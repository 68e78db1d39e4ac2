import math

import torch
from checking import block, equal, fails, near
from lessons import lesson

Q = torch.tensor([[[[1.0, 0], [0, 1], [1, 1]]]])
V = torch.tensor([[[[1.0, 0], [0, 2], [3, 3]]]])


def _run(changes=()):
    """The names of the whole lesson, with bugs planted: (block, old, new)."""
    names = {}
    for b in lesson("code-attention"):
        for number, old, new in changes:
            b = b.changed(old, new) if b.number == number else b
        b.run(names)
    return names


def _frozen(module):
    return module.requires_grad_(False)


@block(1)
def softmax_rows_sum_to_one(code):
    x = torch.randn(3, 5)
    near(code.softmax(x).sum(dim=-1), [1, 1, 1])
    near(code.softmax(x), x.softmax(dim=-1))
    near(code.softmax(x, dim=0).sum(dim=0), [1] * 5)


@block(1)
def the_maximum_saves_a_float16_row(code):
    x = torch.tensor([[12.0, 0.0]]).half()
    assert not math.isnan(code.softmax(x)[0, 0].item())
    naive = lesson("code-attention")[0].changed("x = x - x.amax(dim=dim, keepdim=True)", "pass").run()["softmax"]
    assert math.isnan(naive(x)[0, 0].item())
    without = lesson("code-attention")[0].changed("amax(dim=dim, keepdim=True)", "amax(dim=dim)").run()["softmax"]
    assert fails(without, torch.randn(3, 5), error=ValueError)


@block(2)
def the_mask_is_aligned_to_the_lower_right(code):
    equal(code.causal_mask(3, 3).tolist(), [[False, True, True], [False, False, True], [False, False, False]])
    equal(code.causal_mask(2, 5).tolist(), [[False, False, False, False, True], [False] * 5])
    equal(code.causal_mask(1, 4).tolist(), [[False] * 4])


@block(2)
def the_example_by_hand(code):
    e = math.exp(math.sqrt(0.5))
    near(code.attend(Q, Q, V)[0, 0], [[1, 0], [0.3302, 2 * e / (1 + e)], [1.7587, 2.0070]], 6e-5)


@block(3)
def heads_are_slices_of_the_features(code):
    attn, x = _frozen(code.Attention(12, 3)), torch.randn(2, 5, 12)
    equal(attn(x).shape, (2, 5, 12))
    q, k, v = attn.qkv(x).chunk(3, dim=-1)
    heads = []
    for i in range(3):
        part = slice(4 * i, 4 * i + 4)
        heads.append(code.attend(*(t[:, None, :, part] for t in (q, k, v)))[:, 0])
    near(attn(x), attn.out(torch.cat(heads, dim=-1)))
    equal(code.Attention(768, 12).split(torch.randn(2, 10, 768)).shape, (2, 12, 10, 64))


@block(3)
def a_plain_view_fails_on_the_way_back(code):
    names = _run([(3, "transpose(1, 2).reshape", "transpose(1, 2).view")])
    assert fails(_frozen(names["Attention"](12, 3)), torch.randn(2, 5, 12), error=RuntimeError)


@block(3)
def with_one_head_a_direct_view_is_the_same(code):
    wrong = _run([(3, "t.view(B, T, self.h, self.d_h).transpose(1, 2)", "t.view(B, self.h, T, self.d_h)")])["Attention"]
    t = torch.randn(1, 3, 4)
    near(wrong(4, 1).split(t), code.Attention(4, 1).split(t))
    assert not torch.allclose(wrong(4, 2).split(t), code.Attention(4, 2).split(t))


@block(4)
def the_cache_changes_nothing(code):
    class Cached(code.Attention):
        forward = code.forward

    attn, x = _frozen(Cached(12, 3)), torch.randn(2, 8, 12)
    for cut in (1, 5, 7):
        code.assert_cache(attn, x, cut)
    near(attn(x)[0], code.Attention.forward(attn, x))


@block(5)
def positions_are_turned_by_the_distance(code):
    q, k = torch.randn(1, 1, 1, 8), torch.randn(1, 1, 1, 8)
    score = lambda m, n: (code.rope(q, m) @ code.rope(k, n).transpose(-2, -1)).item()
    near(score(7, 3), score(104, 100), 1e-4)
    near(score(9, 9), score(0, 0), 1e-4)
    near(code.rope(torch.tensor([[[[1.0, 0]]]]), 2), [[[[math.cos(2), math.sin(2)]]]])
    equal(code.rope(q.half(), 3).dtype, torch.float16)


@block(5)
def the_cache_holds_the_shared_heads_once_rotated(code):
    attn, x = _frozen(code.GroupedAttention(16, 4, 2)), torch.randn(1, 6, 16)
    _, cache = attn(x[:, :4])
    _, (k, v) = attn(x[:, 4:], cache)
    equal((k.shape, v.shape), ((1, 2, 6, 4), (1, 2, 6, 4)))
    near(k, code.rope(attn.split(attn.k(x), 2), 0))
    near(v, attn.split(attn.v(x), 2))


# The table of the lesson: which test catches which bug, in a model with four query heads and two KV heads.

BUGS = {
    "No causal mask": ("fpfff", (2, 's = s.masked_fill(mask, float("-inf"))', "pass")),
    "Weights zeroed after the softmax": ("fffff", (2, 's = s.masked_fill(mask, float("-inf"))', "pass"),
                                         (2, "softmax(s) @ v", "softmax(s).masked_fill(mask, 0.0) @ v")),
    "Softmax over the queries": ("fffff", (2, "softmax(s) @ v", "softmax(s, dim=-2) @ v")),
    "Heads split without transpose": ("fpfff", (5, "t.view(B, T, n, self.d_h).transpose(1, 2)", "t.reshape(B, n, T, self.d_h)")),
    "Heads merged without transpose": ("fpfff", (5, "o.transpose(1, 2).reshape", "o.reshape")),
    "Mask aligned to the upper left": ("ppffp", (2, "full.triu(T_k - T_q + 1)", "full.triu(1)")),
    "Cache: positions restart at 0": ("ppffp", (5, "past = 0 if cache is None else cache[0].size(2)", "past = 0")),
    "Cache: mask left out": ("pppfp", (2, 's = s.masked_fill(mask, float("-inf"))',
                                       's = s if q.size(-2) < k.size(-2) else s.masked_fill(mask, float("-inf"))')),
    "Scaled by the model width": ("ppppf", (2, "math.sqrt(q.size(-1))", "math.sqrt(q.size(-1) * q.size(1))")),
    "Shared KV heads in tiled order": ("ppppf", (5, "k.repeat_interleave(g, dim=1)", "torch.cat((k,) * g, dim=1)"),
                                       (5, "v.repeat_interleave(g, dim=1)", "torch.cat((v,) * g, dim=1)")),
}


def _constant_values(code, attn, x):
    attn.v, attn.out = lambda y: torch.ones(*y.shape[:2], 8), lambda y: y
    near(attn(x)[0], torch.ones(*x.shape))


def _one_by_one(code, attn, x):
    for t in range(1, x.size(1)):
        code["assert_cache"](attn, x[:, :t + 1], t)


def _reference(code, attn, x):
    """Loops over batch, head, query and key, in plain numbers."""
    rows = lambda linear: linear.weight.tolist()
    apply = lambda matrix, token: [sum(w * f for w, f in zip(row, token)) for row in matrix]

    def turned(head, position):
        out = [0.0] * 4
        for i in range(2):
            c, s = (f(position * 10_000.0 ** (-i / 2)) for f in (math.cos, math.sin))
            out[i], out[i + 2] = head[i] * c - head[i + 2] * s, head[i + 2] * c + head[i] * s
        return out

    for b, tokens in enumerate(x.tolist()):
        for t in range(len(tokens)):
            merged = []
            for h in range(4):
                kv = slice(h // 2 * 4, h // 2 * 4 + 4)
                q = turned(apply(rows(attn.q), tokens[t])[4 * h:4 * h + 4], t)
                keys = [turned(apply(rows(attn.k), token)[kv], j) for j, token in enumerate(tokens[:t + 1])]
                weights = [math.exp(sum(a * b for a, b in zip(q, k)) / 2) for k in keys]
                values = [apply(rows(attn.v), token)[kv] for token in tokens[:t + 1]]
                merged += [sum(w * v[i] for w, v in zip(weights, values)) / sum(weights) for i in range(4)]
            near(attn(x)[0][b, t], apply(rows(attn.out), merged), 1e-4)


def _verdicts(names):
    """A letter for each of the five tests: passes or fails."""
    torch.manual_seed(3)
    attn, x = _frozen(names["GroupedAttention"](16, 4, 2)), torch.randn(2, 8, 16)
    tests = [
        lambda: names["assert_causal"](lambda y: attn(y)[0], x),
        lambda: _one_by_one(names, attn, x),
        lambda: names["assert_cache"](attn, x, 5),
        lambda: _reference(names, attn, x),
        lambda: _constant_values(names, attn, x),       # last: it replaces the projections
    ]
    causal, single, chunk, reference, constant = ("f" if fails(test) else "p" for test in tests)
    return causal + constant + single + chunk + reference


@block(5, 6)
def the_right_model_passes_all_five(code):
    equal(_verdicts(_run()), "ppppp")


@block(6)
def each_planted_bug_is_caught_by_the_tests_of_the_table(code):
    equal({name: _verdicts(_run(changes)) for name, (_, *changes) in BUGS.items()}, {name: row for name, (row, *_) in BUGS.items()})
