import torch
from checking import block, equal


def given():
    return {"torch": torch}


class Model:
    """Logits from a sum over the tokens so far and `ahead` more."""
    vocab_size = 7

    def __init__(self, ahead):
        self.ahead = ahead
        self.table = torch.randn(7, 7)

    def __call__(self, ids):
        x = self.table[ids]
        T = ids.size(1)
        reads = torch.ones(T, T) - torch.ones(T, T).triu(1 + self.ahead)
        return reads @ x


@block(1)
def a_causal_model_does_not_leak(code):
    ids = torch.tensor([[1, 6, 2, 0, 3]])
    equal([code.leaks(Model(0), ids, t) for t in range(1, 5)], [False] * 4)
    equal(ids.tolist(), [[1, 6, 2, 0, 3]])


@block(1)
def an_off_by_one_mask_leaks(code):
    ids = torch.tensor([[1, 6, 2, 0, 3]])
    equal([code.leaks(Model(1), ids, t) for t in range(1, 5)], [True] * 4)
