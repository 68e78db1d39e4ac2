from types import SimpleNamespace

import torch
from checking import block, equal

END = 2


def given():
    return {"tok": SimpleNamespace(eos_token="<|eot_id|>", pad_token=None, pad_token_id=END),
            "ids": torch.tensor([[5, 6, 7, END], [8, END, END, END]])}


@block(1)
def the_real_end_is_masked_too(code):
    equal(code.tok.pad_token, "<|eot_id|>")
    equal(code.labels.tolist(), [[5, 6, 7, -100], [8, -100, -100, -100]])
    equal(code.ids.tolist()[0], [5, 6, 7, END])
