import math

import torch
from checking import block, near


def given():
    return {"torch": torch}


@block(1)
def the_example_by_hand(code):
    q = torch.tensor([1.0])     # width 1: the keys are the scores
    K, V = torch.tensor([[2.0], [1], [4], [3]]), torch.tensor([[10.0], [20], [30], [40]])
    o, lse = code.attend(q, K, V, 2)
    near(o, [30.305], 5e-4)
    near(lse, 4 + math.log(1.5530), 5e-5)
    near(code.attend(q, K[:2], V[:2], 2)[0], [12.69], 5e-3)


@block(1)
def any_block_size_gives_the_softmax(code):
    q, K, V = torch.randn(4), torch.randn(11, 4), torch.randn(11, 3)
    x = K @ q / 2
    for size in (1, 2, 5, 11, 64):
        o, lse = code.attend(q, K, V, size)
        near(o, (x.softmax(dim=0).reshape(1, 11) @ V)[0])
        near(lse, x.exp().sum().log())


@block(1)
def parts_are_merged_by_the_same_rule(code):
    q, K, V = torch.randn(4), torch.randn(9, 4), torch.randn(9, 2)
    (o1, l1), (o2, l2) = code.attend(q, K[:4], V[:4], 2), code.attend(q, K[4:], V[4:], 3)
    share = 1 / (1 + math.exp(l2.item() - l1.item()))
    near(share * o1 + (1 - share) * o2, code.attend(q, K, V, 4)[0])


@block(1)
def large_scores_do_not_overflow(code):
    o, lse = code.attend(torch.tensor([1.0]), torch.tensor([[1000.0], [999]]), torch.tensor([[1.0], [0]]), 1)
    near(o, [1 / (1 + math.exp(-1))])
    near(lse, 1000 + math.log(1 + math.exp(-1)), 1e-3)
