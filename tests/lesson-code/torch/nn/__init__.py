"""Modules of the stand-in: what has parameters, and a linear layer."""

import math

from ..tensor import Tensor
from . import functional, utils  # noqa: F401


class Parameter(Tensor):
    def __init__(self, tensor):
        super().__init__(tensor.data)
        self.requires_grad = True


class Module:
    def __init__(self):
        self.training = True

    def __call__(self, *args, **kwargs):
        return self.forward(*args, **kwargs)

    def parameters(self):
        for value in vars(self).values():
            if isinstance(value, Parameter):
                yield value
            elif isinstance(value, Module):
                yield from value.parameters()

    def requires_grad_(self, value=True):
        for p in self.parameters():
            p.requires_grad_(value)
        return self

    def train(self, mode=True):
        self.training = mode
        for value in vars(self).values():
            if isinstance(value, Module):
                value.train(mode)
        return self

    def eval(self):
        return self.train(False)


class Linear(Module):
    def __init__(self, in_features, out_features, bias=True):
        from .. import randn, zeros
        super().__init__()
        self.in_features, self.out_features = in_features, out_features
        self.weight = Parameter(randn(out_features, in_features) / math.sqrt(in_features))
        self.bias = Parameter(zeros(out_features)) if bias else None

    def forward(self, x):
        y = x @ self.weight.T
        return y if self.bias is None else y + self.bias
