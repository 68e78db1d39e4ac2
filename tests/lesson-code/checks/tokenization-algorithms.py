from checking import block, equal
from lessons import lesson

CORPUS = {"low": 5, "lower": 2, "newest": 6, "widest": 3}
_tokenizer = lesson("code-tokenizer-sampler")[0].run()


def given():
    """`merge` is the one of the coding lesson; this lesson describes it in words."""
    return {"merge": _tokenizer["merge"]}


def _rank():
    return {pair: i for i, pair in enumerate(_tokenizer["train"](CORPUS, 8))}


@block(1)
def merges_are_replayed_by_rank(code):
    equal(code.encode("lowest", _rank()), ["low", "est</w>"])
    equal(code.encode("nest", _rank()), ["n", "est</w>"])
    equal(code.encode("lower", _rank()), ["low", "e", "r", "</w>"])
    equal(code.encode("", _rank()), ["</w>"])


@block(1)
def as_the_encoder_of_the_coding_lesson(code):
    other = lesson("code-tokenizer-sampler")[1].run(dict(_tokenizer))["encode"]
    for word in [*CORPUS, "lowest", "west", "wildest", "x", "eses"]:
        equal(code.encode(word, _rank()), other(word, _rank()))


@block(1)
def eight_merges_shorten_the_corpus_by_their_counts(code):
    symbols = lambda rank: sum(n * len(code.encode(word, rank)) for word, n in CORPUS.items())
    equal((symbols({}), symbols(_rank())), (95, 95 - 59))
