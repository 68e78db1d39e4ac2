"""A stand-in for PyTorch over NumPy: only the calls that the lessons print and their checks need.

It shows values, shapes, what `view` may do without a copy, and gradients (reverse mode, `autograd.py`). It shows nothing about
devices, speed, memory, kernels or bfloat16, and a call that works here may have more options or stricter rules in PyTorch.
`autocast` changes nothing. An operation without a gradient raises where PyTorch would record one; it never drops it in silence.
"""

import contextlib
import math

import numpy as np

from .autograd import link, no_grad  # noqa: F401
from .tensor import Tensor

inf = math.inf
float16, float32, float64 = (np.dtype(name) for name in ("float16", "float32", "float64"))
_random = np.random.default_rng(0)
np.seterr(over="ignore", invalid="ignore")      # PyTorch gives inf and NaN without a word


def manual_seed(seed):
    global _random
    _random = np.random.default_rng(seed)


def tensor(data, dtype=None):
    data = np.array(data, dtype=dtype)
    return Tensor(data.astype(float32) if dtype is None and data.dtype == float64 else data)


def zeros(*shape, dtype=float32, device=None):
    return Tensor(np.zeros(shape, dtype))


def ones(*shape, dtype=float32, device=None):
    return Tensor(np.ones(shape, dtype))


def randn(*shape):
    return Tensor(_random.standard_normal(shape).astype(float32))


def randint(low, high, shape):
    return Tensor(_random.integers(low, high, shape))


def arange(*limits, device=None):
    return Tensor(np.arange(*limits))


def zeros_like(x):
    return Tensor(np.zeros_like(x.data))


def full_like(x, value):
    return Tensor(np.full_like(x.data, value))


def randn_like(x):
    return Tensor(_random.standard_normal(x.shape).astype(x.dtype))


def exp(x):
    return x.exp()


def log(x):
    return x.log()


def triu(x, diagonal=0):
    return x.triu(diagonal)


def maximum(a, b):
    return link(np.maximum(a.data, b.data), (a, None), (b, None))


def cat(tensors, dim=0):
    tensors = tuple(tensors)
    ends = np.cumsum([t.shape[dim] for t in tensors])

    def part(start, length):
        return lambda grad: np.take(grad, range(start, start + length), axis=dim)

    return link(np.concatenate([t.data for t in tensors], axis=dim),
                *((t, part(end - t.shape[dim], t.shape[dim])) for t, end in zip(tensors, ends)))


def allclose(a, b, rtol=1e-5, atol=1e-8):
    return np.allclose(a.data, b.data, rtol=rtol, atol=atol)


def autocast(device, dtype=None):
    return contextlib.nullcontext()


from . import nn  # noqa: E402,F401  (needs the names above)

bool = np.dtype("bool")
