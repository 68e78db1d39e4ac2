"""The tensor of the stand-in: an array, whether it wants a gradient, and what it was made of."""

import numpy as np

from .autograd import backward, link

_FLOAT32 = np.dtype("float32")


class Tensor:
    __array_ufunc__ = None      # an array on the left leaves the operation to the tensor

    def __init__(self, data):
        self.data = np.asarray(data)
        self.requires_grad, self.grad, self.links = False, None, []

    # What it is

    dtype = property(lambda self: self.data.dtype)
    shape = property(lambda self: self.data.shape)
    device = property(lambda self: "cpu")
    T = property(lambda self: self.transpose(0, 1))

    def size(self, dim=None):
        return self.shape if dim is None else self.shape[dim]

    def numel(self):
        return self.data.size

    def item(self):
        return self.data.item()

    def tolist(self):
        return self.data.tolist()

    def __len__(self):
        return len(self.data)

    def __bool__(self):
        return bool(self.data)

    def __repr__(self):
        return f"tensor({self.data})"

    def requires_grad_(self, value=True):
        self.requires_grad = value
        return self

    def backward(self):
        backward(self)

    # Arithmetic

    def __add__(self, other):
        a, b = _operands(self, other)
        return link(a.data + b.data, (a, lambda g: g), (b, lambda g: g))

    def __sub__(self, other):
        a, b = _operands(self, other)
        return link(a.data - b.data, (a, lambda g: g), (b, lambda g: -g))

    def __mul__(self, other):
        a, b = _operands(self, other)
        return link(a.data * b.data, (a, lambda g: g * b.data), (b, lambda g: g * a.data))

    def __truediv__(self, other):
        a, b = (t.to(_FLOAT32) if t.dtype.kind != "f" else t for t in _operands(self, other))
        return link(a.data / b.data, (a, lambda g: g / b.data), (b, lambda g: -g * a.data / b.data ** 2))

    def __matmul__(self, other):
        a, b = _operands(self, other)
        vector = b.data.ndim == 1       # matrix @ vector
        return link(a.data @ b.data,
                    (a, None if vector else lambda g: g @ b.data.swapaxes(-1, -2)),
                    (b, None if vector or a.data.ndim == 1 else lambda g: a.data.swapaxes(-1, -2) @ g))

    def __mod__(self, other):
        a, b = _operands(self, other)
        return link(a.data % b.data, (a, None), (b, None))

    def __rpow__(self, other):
        b, a = _operands(self, other)
        return link(a.data ** b.data, (a, None), (b, None))

    def __neg__(self):
        return link(-self.data, (self, lambda g: -g))

    __radd__, __rmul__ = __add__, __mul__

    def __eq__(self, other):
        return Tensor(self.data == _array(other))

    def __ne__(self, other):
        return Tensor(self.data != _array(other))

    def __ge__(self, other):
        return Tensor(self.data >= _array(other))

    __hash__ = object.__hash__

    def exp(self):
        e = np.exp(self.data)
        return link(e, (self, lambda g: g * e))

    def log(self):
        return link(np.log(self.data), (self, lambda g: g / self.data))

    def cos(self):
        return link(np.cos(self.data), (self, None))

    def sin(self):
        return link(np.sin(self.data), (self, None))

    # Reductions

    def sum(self, dim=None, keepdim=False):
        return link(self.data.sum(axis=dim, keepdims=keepdim), (self, self._spread(dim, keepdim)))

    def mean(self, dim=None, keepdim=False):
        n = self.data.size if dim is None else self.shape[dim]
        return self.sum(dim, keepdim) / n

    def std(self, dim=None, keepdim=False, correction=1):
        return link(self.data.std(axis=dim, keepdims=keepdim, ddof=correction), (self, None))

    def amax(self, dim, keepdim=False):
        return link(self.data.max(axis=dim, keepdims=keepdim), (self, None))

    def max(self):
        return link(self.data.max(), (self, None))

    def cumsum(self, dim):
        return link(self.data.cumsum(axis=dim), (self, None))

    def log_softmax(self, dim):
        z = self.data - self.data.max(axis=dim, keepdims=True)
        z = z - np.log(np.exp(z).sum(axis=dim, keepdims=True))
        return link(z, (self, lambda g: g - np.exp(z) * g.sum(axis=dim, keepdims=True)))

    def softmax(self, dim):
        return self.log_softmax(dim).exp()

    def _spread(self, dim, keepdim):
        def back(g):
            g = g if dim is None or keepdim else np.expand_dims(g, dim)
            return np.broadcast_to(g, self.shape)
        return back

    # Shape and memory

    def reshape(self, *shape):
        return link(self.data.reshape(shape), (self, lambda g: g.reshape(self.shape)))

    def view(self, *shape):
        seen = self.reshape(*shape)
        if not np.may_share_memory(seen.data, self.data):
            raise RuntimeError("view size is not compatible with input tensor's size and stride")
        return seen

    def flatten(self, start=0, end=-1):
        end %= self.data.ndim
        return self.reshape(*self.shape[:start], -1, *self.shape[end + 1:])

    def squeeze(self, dim):
        return link(self.data.squeeze(dim), (self, lambda g: np.expand_dims(g, dim)))

    def transpose(self, first, second):
        return link(self.data.swapaxes(first, second), (self, lambda g: g.swapaxes(first, second)))

    def split(self, size, dim=0):
        before = (slice(None),) * (dim % self.data.ndim)
        return tuple(self[before + (slice(i, i + size),)] for i in range(0, self.shape[dim], size))

    def chunk(self, count, dim=0):
        return self.split(-(-self.shape[dim] // count), dim)

    def repeat_interleave(self, times, dim):
        return link(self.data.repeat(times, axis=dim), (self, None))

    def clone(self):
        return link(self.data.copy(), (self, lambda g: g))

    def to(self, dtype):
        return self if self.dtype == dtype else link(self.data.astype(dtype), (self, lambda g: g.astype(self.dtype)))

    def half(self):
        return self.to(np.dtype("float16"))

    # Selection

    def __getitem__(self, index):
        index = _index(index)

        def back(g):
            whole = np.zeros_like(self.data, dtype=g.dtype)
            np.add.at(whole, index, g)
            return whole
        return link(self.data[index], (self, back))

    def __setitem__(self, index, value):
        if self.requires_grad:
            raise NotImplementedError("the stand-in has no gradient for this operation")
        self.data[_index(index)] = _array(value)

    def gather(self, dim, index):
        places = list(np.indices(index.shape))
        places[dim] = index.data
        return self[tuple(places)]

    def scatter(self, dim, index, source):
        out = self.data.copy()
        np.put_along_axis(out, index.data, source.data, axis=dim)
        return link(out, (self, None), (source, None))

    def sort(self, dim, descending=False):
        order = np.argsort(-self.data if descending else self.data, axis=dim, kind="stable")
        return link(np.take_along_axis(self.data, order, axis=dim), (self, None)), Tensor(order)

    def masked_fill(self, mask, value):
        return link(np.where(mask.data, self.dtype.type(value), self.data), (self, lambda g: np.where(mask.data, 0, g)))

    def triu(self, diagonal=0):
        return link(np.triu(self.data, diagonal), (self, None))


def _array(value):
    return value.data if isinstance(value, Tensor) else value


def _index(index):
    return tuple(map(_array, index)) if isinstance(index, tuple) else _array(index)


def _operands(*values):
    """As PyTorch promotes: the float type of the tensors rules; a plain number takes it, and makes integers float32 if it is one."""
    floats = [v.dtype for v in values if isinstance(v, Tensor) and v.dtype.kind == "f"]
    if floats:
        dtype = np.result_type(*floats)
    elif any(isinstance(v, float) for v in values):
        dtype = _FLOAT32
    else:
        dtype = np.dtype("int64")
    return [v.to(dtype) if isinstance(v, Tensor) else Tensor(np.asarray(v, dtype)) for v in values]
