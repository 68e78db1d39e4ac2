"""Reverse-mode differentiation: each result keeps links to what it was made of, with the function that takes a gradient back."""

import contextlib

import numpy as np

_recording = True


class no_grad(contextlib.ContextDecorator):
    """As a block or as a decorator: nothing is recorded."""

    def __enter__(self):
        global _recording
        self.before, _recording = _recording, False

    def __exit__(self, *_):
        global _recording
        _recording = self.before


def link(data, *links):
    """A tensor made of others: pairs of (tensor, function from the result's gradient to the tensor's)."""
    from .tensor import Tensor
    made = Tensor(data)
    made.links = [(t, back) for t, back in links if t.requires_grad] if _recording else []
    made.requires_grad = len(made.links) > 0
    if any(back is None for _, back in made.links):
        raise NotImplementedError("the stand-in has no gradient for this operation")
    return made


def backward(end):
    """Adds d end / d leaf to the `grad` of each leaf."""
    from .tensor import Tensor
    if end.data.size != 1:
        raise RuntimeError("grad can be implicitly created only for scalar outputs")
    grads = {id(end): np.ones_like(end.data)}
    for t in reversed(_order(end)):
        grad = grads.pop(id(t))
        if not t.links:
            t.grad = Tensor(grad if t.grad is None else t.grad.data + grad)
        for parent, back in t.links:
            part = _shrink(back(grad), parent.shape)
            grads[id(parent)] = grads[id(parent)] + part if id(parent) in grads else part


def _order(end):
    """Parents before children."""
    done, order = set(), []

    def visit(t):
        if id(t) in done:
            return
        done.add(id(t))
        for parent, _ in t.links:
            visit(parent)
        order.append(t)

    visit(end)
    return order


def _shrink(grad, shape):
    """Sums over the axes that broadcasting made."""
    grad = grad.sum(axis=tuple(range(grad.ndim - len(shape))))
    stretched = tuple(i for i, n in enumerate(shape) if n == 1 and grad.shape[i] != 1)
    return grad.sum(axis=stretched, keepdims=True) if stretched else grad
