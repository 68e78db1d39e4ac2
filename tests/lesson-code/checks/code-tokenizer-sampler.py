import itertools
import math
import random
from types import SimpleNamespace

import torch
from checking import block, equal, fails, near
from lessons import lesson

CORPUS = {"low": 5, "lower": 2, "newest": 6, "widest": 3}
P = [0.4, 0.3, 0.15, 0.1, 0.05]
UNSORTED = [0.15, 0.4, 0.05, 0.3, 0.1]


def given():
    return {"torch": torch}


def _logits(p):
    return [math.log(x) for x in p]


@block(1)
def the_ten_merges(code):
    merges = code.train(CORPUS, 10)
    equal(["".join(pair) for pair in merges], ["es", "est", "est</w>", "lo", "low", "ne", "new", "newest</w>", "low</w>", "wi"])


def _counts(split, words):
    counts = {}
    for w, parts in split.items():
        for pair in zip(parts, parts[1:]):
            counts[pair] = counts.get(pair, 0) + words[w]
    return counts


@block(1)
def each_merge_had_the_largest_count_at_its_step(code):
    split, ties = {w: [*w, "</w>"] for w in CORPUS}, []
    for pair in code.train(CORPUS, 100):
        counts = _counts(split, CORPUS)
        equal(counts[pair], max(counts.values()))
        ties.append(sum(n == counts[pair] for n in counts.values()))
        split = {w: code.merge(parts, pair) for w, parts in split.items()}
    equal(ties[0], 3)
    equal(split, {w: [w + "</w>"] for w in CORPUS})      # more merges than there are: it stops


@block(1)
def overlaps_go_left_to_right(code):
    equal(code.merge(list("aaa"), ("a", "a")), ["aa", "a"])
    equal(code.merge(list("aaaa"), ("a", "a")), ["aa", "aa"])
    equal((code.merge([], ("a", "a")), code.merge(["a"], ("a", "a"))), ([], ["a"]))
    equal(_counts({"aaaa": list("aaaa")}, {"aaaa": 1}), {("a", "a"): 3})


@block(1)
def bytes_need_one_changed_line(code):
    train = lesson("code-tokenizer-sampler")[0].changed('list(w) + ["</w>"]', "[bytes([b]) for b in w.encode()]")
    encode = lesson("code-tokenizer-sampler")[1].changed('list(word) + ["</w>"]', "[bytes([b]) for b in word.encode()]")
    names = encode.run(train.run())
    rank = {pair: i for i, pair in enumerate(names["train"]({"猫": 3, "été": 2}, 3))}
    parts = names["encode"]("猫é", rank)
    equal(b"".join(parts).decode(), "猫é")
    assert fails(parts[-1][:1].decode, error=UnicodeDecodeError)


@block(2)
def words_the_corpus_does_not_hold(code):
    rank = {pair: i for i, pair in enumerate(code.train(CORPUS, 10))}
    equal(code.encode("lowest", rank), ["low", "est</w>"])
    equal(code.encode("nest", rank), ["n", "est</w>"])
    equal(code.encode("", rank), ["</w>"])
    equal(code.encode("a", {("a", "</w>"): 0}), ["a</w>"])


@block(2)
def every_order_of_merges_spells_the_word(code):
    merges, cuts = code.train(CORPUS, 10), set()
    for seed in range(20):
        rank = {pair: i for i, pair in enumerate(random.Random(seed).sample(merges, 10))}
        parts = code.encode("nest", rank)
        equal("".join(parts), "nest</w>")
        cuts.add(tuple(parts))
    assert len(cuts) > 1, cuts


@block(3)
def which_tokens_stay(code):
    keep = lambda **knobs: code.distribution(_logits(P), **knobs)
    equal([i for i, _ in keep(top_p=0.8)], [0, 1, 2])
    near([q for _, q in keep(top_p=0.8)], [0.471, 0.353, 0.176], 5e-4)
    equal(len(keep(top_p=0.3)), 1)
    equal([len(keep(top_k=k)) for k in (1, 2, 9, None)], [1, 2, 5, 5])
    equal([i for i, _ in keep(min_p=0.3)], [0, 1, 2])
    equal(len(keep(top_k=2, top_p=0.5)), 2)             # against the mass of all, not 0.4/0.7
    equal(len(keep(top_p=0.0, min_p=2.0)), 1)
    near(sum(q for _, q in keep(top_k=3, min_p=0.2)), 1)


@block(3)
def at_the_edge(code):
    equal(code.distribution([0, 0], top_p=0.5), [(0, 1.0)])                 # the mass before the second is p
    equal(code.distribution([0, 0], min_p=1.0), [(0, 0.5), (1, 0.5)])       # as likely as the likeliest
    equal([code.sample([0, 0], SimpleNamespace(random=lambda: u)) for u in (0.0, 0.5)], [0, 1])


@block(3)
def min_p_commutes_with_renormalising(code):
    for seed in range(50):
        z = [random.Random(seed).gauss(0, 2) for _ in range(8)] + [0.0]
        first = code.distribution(z, top_k=5, min_p=0.1)
        after = code.distribution([math.log(q) for _, q in code.distribution(z, top_k=5)], min_p=0.1)
        near([q for _, q in first], [q for _, q in after])


@block(3)
def temperature(code):
    near(dict(code.distribution([2, 1, 0], T=2))[0], 0.506, 5e-4)
    equal(code.sample([1, 3, 2], None, T=0), 1)
    near(code.softmax([1000.0, 1000.0, 0.0]), [0.5, 0.5, 0])


@block(3)
def ten_thousand_draws_pass_the_chi_square_test(code):
    rng, n = random.Random(7), 10_000
    counts = [0] * 5
    for _ in range(n):
        counts[code.sample(_logits(UNSORTED), rng, top_p=0.8)] += 1
    expected = {0: n * 0.15 / 0.85, 1: n * 0.4 / 0.85, 3: n * 0.3 / 0.85}
    near(list(expected.values()), [1765, 4706, 3529], 0.5)
    equal((counts[2], counts[4]), (0, 0))
    chi_square = sum((counts[i] - e) ** 2 / e for i, e in expected.items())
    assert chi_square < 5.99, chi_square


@block(3)
def a_sum_below_one_gives_the_last_token(code):
    largest = SimpleNamespace(random=lambda: 1 - 2.0 ** -53)    # that random() returns
    short = 0
    for seed in range(50):
        z = [random.Random(f"{seed}/{i}").gauss(0, 1) for i in range(20)]
        kept = code.distribution(z)
        short += sum(q for _, q in kept) < largest.random()
        equal(code.sample(z, largest), kept[-1][0])
    assert short > 0


@block(4)
def the_batch_filter_is_the_rule_of_the_sampler(code):
    torch.manual_seed(2)
    for p in (0.01, 0.3, 0.8, 0.95):
        logits = torch.randn(20, 9)
        kept = code.top_p_filter(logits, p)
        for row, before in zip(kept.tolist(), logits.tolist()):
            ids = {i for i, _ in code.distribution(before, top_p=p)}
            equal({i for i, z in enumerate(row) if z > -math.inf}, ids)
            equal([row[i] for i in ids], [before[i] for i in ids])


@block(4)
def the_batch_filter_needs_p_above_zero(code):
    equal(code.top_p_filter(torch.randn(1, 3), 0.0).tolist(), [[-math.inf] * 3])


def _tree(seq):
    """The small tree of the lesson on decoding: A, B, C, then the best second token or others."""
    if len(seq) == 1:
        return {"A": math.log(0.5), "B": math.log(0.4), "C": math.log(0.1)}
    if len(seq) == 2:
        best = {"A": 0.4, "B": 0.9, "C": 0.9}[seq[1]]
        return {"x": math.log(best), "y": math.log(1 - best) if best > 0.5 else math.log(0.3), "z": math.log(0.3 if best < 0.5 else 1e-9)}
    return {"end": 0.0}


@block(5)
def the_small_tree(code):
    for width, p, path in [(1, 0.20, "A"), (2, 0.36, "B")]:
        score, seq = code.beam(_tree, "start", "end", width, 3)
        near(math.exp(score), p)
        equal(seq[1], path)


def _model(seed):
    """Random log-probabilities of three tokens after each sequence; token 0 ends it."""
    def step(seq):
        z = [random.Random(f"{seed}/{seq}/{t}").gauss(0, 1) for t in range(3)]
        total = math.log(sum(map(math.exp, z)))
        return {t: x - total for t, x in enumerate(z)}
    return step


def _exhaustive(step, max_len, alpha):
    ended, whole = [], []
    for n in range(1, max_len + 1):
        for tokens in itertools.product((1, 2), repeat=n - 1):
            for last in (0, 1, 2):
                seq, s = [9], 0.0
                for t in (*tokens, last):
                    s += step(seq)[t]
                    seq = seq + [t]
                if last == 0:
                    ended.append((s / n ** alpha, seq))
                elif n == max_len:
                    whole.append((s / n ** alpha, seq))
    return max(ended or whole)[1]


@block(5)
def a_width_that_never_prunes_is_exhaustive(code):
    for seed in range(200):
        alpha = (0.0, 0.6, 1.0)[seed % 3]
        equal(code.beam(_model(seed), 9, 0, 100, 3, alpha)[1], _exhaustive(_model(seed), 3, alpha))


@block(5)
def without_an_end_the_best_live_one(code):
    equal(code.beam(lambda seq: {1: -0.1, 2: -3.0}, 9, 0, 2, 3)[1], [9, 1, 1, 1])
    equal(code.beam(lambda seq: {0: -0.5}, 9, 0, 2, 3), (-0.5, [9, 0]))


@block(5)
def length_changes_the_winner(code):
    def step(seq):
        """A path of 4 tokens with log-probability -2.0 and one of 8 with -3.2."""
        if len(seq) == 1:
            return {1: -2.0, 2: -3.2}
        return {0 if len(seq) == {1: 4, 2: 8}[seq[1]] else 3: 0.0}

    length = lambda alpha: len(code.beam(step, 9, 0, 2, 8, alpha)[1]) - 1
    equal((length(0.67), length(0.69)), (4, 8))
