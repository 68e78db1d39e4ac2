"""Clipping, as in the stand-in's PyTorch: one norm over all gradients, scaled in place."""

import numpy as np

from ..tensor import Tensor


def clip_grad_norm_(parameters, max_norm):
    grads = [p.grad for p in parameters if p.grad is not None]
    total = np.sqrt(sum(float((g.data.astype("float64") ** 2).sum()) for g in grads))
    for g in grads:
        g.data *= min(1.0, max_norm / (total + 1e-6))
    return Tensor(total)
