import torch
from checking import block, equal, near
from torch.nn.functional import scaled_dot_product_attention


def given():
    return {"q": torch.randn(2, 32, 3, 8), "k": torch.randn(2, 8, 5, 8), "v": torch.randn(2, 8, 5, 8),
            "scaled_dot_product_attention": scaled_dot_product_attention}


@block(1)
def each_group_of_four_reads_one_head(code):
    equal(code.o.shape, (2, 32, 3, 8))
    for head in range(32):
        # The repeated heads 0, 4, 8, … are the ones that were cached.
        own = slice(head // 4 * 4, head // 4 * 4 + 1)
        near(code.o[:, head:head + 1], scaled_dot_product_attention(code.q[:, head:head + 1], code.k[:, own], code.v[:, own]))


@block(1)
def heads_come_in_the_order_of_the_comment(code):
    names = torch.arange(8).reshape(1, 8, 1, 1).repeat_interleave(4, dim=1)
    equal(names.flatten().tolist()[:8], [0, 0, 0, 0, 1, 1, 1, 1])
    equal(code.k.shape, (2, 32, 5, 8))
