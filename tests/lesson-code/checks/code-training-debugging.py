import math
from types import SimpleNamespace

import numpy as np
import torch
from checking import block, equal, near
from lessons import lesson
from torch import nn
from torch.nn import functional as F

V = 7


class Bigram(nn.Module):
    """Next-token logits from a table, untrained: near ln V."""

    def __init__(self):
        super().__init__()
        self.table = nn.Parameter(torch.randn(V, V) * 0.01)

    def forward(self, x):
        return self.table[x]


class Descent:
    """Plain gradient descent; keeps the norm of each gradient it used."""

    def __init__(self, model, rate):
        self.parameters, self.rate, self.norms = list(model.parameters()), rate, []

    def zero_grad(self, set_to_none):
        for p in self.parameters:
            p.grad = None

    def step(self):
        self.norms.append(_norm(self.parameters[0].grad))
        for p in self.parameters:
            p.data -= self.rate * p.grad.data


class Scaler:
    """Loss scaling with a constant factor, 1 for bfloat16; keeps the gradients as they are after unscaling."""

    def __init__(self, factor=2.0 ** 16):
        self.factor, self.seen = factor, []

    def scale(self, loss):
        return loss * self.factor

    def unscale_(self, opt):
        for p in opt.parameters:
            p.grad.data /= self.factor
        self.seen.append(opt.parameters[0].grad.data.copy())

    def step(self, opt):
        opt.step()

    def update(self):
        pass


class Schedule:
    count = 0

    def step(self):
        self.count += 1


def _norm(grad):
    return math.sqrt((grad.data ** 2).sum())


def _batches(size):
    """Texts in which token t is followed by t + 1, and sometimes by another one."""
    while True:
        x = torch.randint(0, V, (size, 5))
        y = (x + 1) % V
        y[:, 0] = torch.randint(0, V, (size,))
        yield x, y


def given():
    torch.manual_seed(1)
    model = Bigram().eval()
    return {"torch": torch, "nn": nn, "F": F, "np": np, "math": math, "model": model, "opt": Descent(model, 2.0), "scaler": Scaler(),
            "schedule": Schedule(), "batches": _batches(8), "steps": 40, "accum": 2}


def _loop(steps, accum, batches, changes=(), **other):
    """The names after the training loop, begun anew; with bugs planted: (old, new), and other names."""
    loop = lesson("code-training-debugging")[0]
    for old, new in changes:
        loop = loop.changed(old, new)
    return SimpleNamespace(**loop.run(given(), steps=steps, accum=accum, batches=iter(batches), **other))


def _micro():
    torch.manual_seed(5)
    source = _batches(3)
    return [next(source) for _ in range(4)]


@block(1)
def the_loss_begins_at_ln_v_and_falls(code):
    x, y = next(_batches(50))
    loss = lambda model: F.cross_entropy(model(x).flatten(0, 1), y.flatten()).item()
    near(loss(Bigram()), math.log(V), 0.02)
    assert loss(code.model) < 0.6 * math.log(V), loss(code.model)
    assert code.model.training


@block(1)
def one_schedule_step_and_one_update_per_accumulated_batch(code):
    equal((code.schedule.count, len(code.opt.norms)), (40, 40))


@block(1)
def accumulated_gradients_are_those_of_the_whole_batch(code):
    parts = _micro()
    whole = [tuple(torch.cat(t) for t in zip(*parts))]
    near(_loop(1, 4, parts).scaler.seen[0], _loop(1, 1, whole).scaler.seen[0], 1e-6)


@block(1)
def masked_targets_do_not_count(code):
    masked, short = (torch.tensor([[1, 2]]), torch.tensor([[2, -100]])), (torch.tensor([[1]]), torch.tensor([[2]]))
    near(_loop(1, 1, [masked]).scaler.seen[0], _loop(1, 1, [short]).scaler.seen[0], 1e-7)


@block(1)
def without_the_division_they_are_accum_times_too_large(code):
    right, wrong = (_loop(1, 4, _micro(), changes) for changes in ([], [("loss / accum", "loss")]))
    near(wrong.scaler.seen[0], 4 * right.scaler.seen[0], 1e-6)


@block(1)
def clipping_before_unscaling_leaves_almost_nothing(code):
    right = _loop(1, 4, _micro())
    near(right.opt.norms[0], min(1.0, _norm(torch.tensor(right.scaler.seen[0]))))
    clip = "    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)\n"
    unscale = "    scaler.unscale_(opt)                            # before anything looks at them\n"
    wrong = _loop(1, 4, _micro(), [(unscale + clip, clip + unscale)])
    near(wrong.opt.norms[0], 2.0 ** -16, 1e-9)


@block(1)
def without_zero_grad_the_gradient_grows_and_a_scaler_hides_it(code):
    missing = [("opt.zero_grad(set_to_none=True)", "pass")]
    batches = _micro()[:1] * 3
    norms = [np.linalg.norm(g) for g in _loop(3, 1, batches, missing, scaler=Scaler(1.0)).scaler.seen]
    assert norms == sorted(norms) and norms[2] > 2 * norms[0], norms
    near(_loop(3, 1, batches, missing).scaler.seen[2], _loop(3, 1, batches).scaler.seen[2], 1e-5)


@block(1)
def a_gradient_above_one_is_clipped_to_one(code):
    loop = _loop(1, 1, _micro()[:1], [("scaler.scale(loss / accum)", "scaler.scale(20 * loss / accum)")])
    assert np.linalg.norm(loop.scaler.seen[0]) > 1
    near(loop.opt.norms[0], 1)


@block(2)
def the_mean_over_counted_tokens(code):
    model = Bigram()
    batches = [(torch.tensor([[1, 2, 3]]), torch.tensor([[2, -100, 4]])), (torch.tensor([[5]]), torch.tensor([[6]]))]
    log_p = lambda x, y: math.log(math.exp(model.table[x, y].item()) / sum(math.exp(z) for z in model.table[x].tolist()))
    for mode in (True, False):
        model.train(mode)
        near(code.evaluate(model, batches), -(log_p(1, 2) + log_p(3, 4) + log_p(5, 6)) / 3)
        equal(model.training, mode)


@block(2)
def evaluation_is_in_eval_mode_and_records_nothing(code):
    class Watched(Bigram):
        def forward(self, x):
            logits = super().forward(x)
            modes.append((self.training, logits.requires_grad))
            return logits

    modes, model = [], Watched()
    code.evaluate(model, [next(_batches(2))])
    model(torch.tensor([[1]]))
    equal(modes, [(False, False), (True, True)])


def _agrees(loss, array, gradient):
    """Central differences of a loss over every entry, to eight digits of the largest."""
    numeric = np.zeros_like(array)
    for i in np.ndindex(array.shape):
        kept = array[i]
        array[i] = kept + 1e-5
        up = loss()
        array[i] = kept - 1e-5
        numeric[i] = (up - loss()) / 2e-5
        array[i] = kept
    near(gradient, numeric, 1e-8 * np.abs(numeric).max())


@block(3)
def linear_agrees_with_central_differences(code):
    random = np.random.default_rng(2)
    x, w, b, dy = (random.standard_normal(s) for s in ((4, 3), (3, 5), (5,), (4, 5)))
    loss = lambda: ((x @ w + b) * dy).sum()
    for array, gradient in zip((x, w, b), code.linear_backward(x, w, dy)):
        _agrees(loss, array, gradient)


@block(3)
def cross_entropy_agrees_with_central_differences(code):
    logits, y = np.random.default_rng(3).standard_normal((4, 6)), np.array([5, 0, 2, 2])
    p = lambda: np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    _agrees(lambda: -np.log(p()[np.arange(4), y]).mean(), logits, code.ce_backward(logits, y))
    near(code.ce_backward(np.array([[2.0, 1, 0]]), np.array([1]))[0, 1], -0.755, 5e-4)
    near(code.ce_backward(np.array([[1000.0, 0]]), np.array([1])), [[1, -1]])


@block(3)
def layer_norm_agrees_with_central_differences(code):
    random = np.random.default_rng(4)
    x, g, b, dy = (random.standard_normal(s) for s in ((4, 6), (6,), (6,), (4, 6)))

    def loss():
        sigma = np.sqrt(((x - x.mean(axis=1, keepdims=True)) ** 2).mean(axis=1, keepdims=True) + 1e-5)
        return ((g * (x - x.mean(axis=1, keepdims=True)) / sigma + b) * dy).sum()

    for array, gradient in zip((x, g, b), code.layernorm_backward(dy, x, g)):
        _agrees(loss, array, gradient)


@block(3)
def the_layer_norm_example_by_hand(code):
    x, dy = np.array([[3.0, 1, 3, 1]]), np.array([[4.0, 0, 0, 0]])
    dx, _, _ = code.layernorm_backward(dy, x, np.ones(4), eps=0)
    near(dx, [[2, 0, -2, 0]], 1e-12)
    near((dx.sum(), (dx * [[1, -1, 1, -1]]).sum()), (0, 0), 1e-12)


@block(4)
def lora_begins_as_the_base_and_trains_only_the_pair(code):
    base, x = nn.Linear(6, 4), torch.randn(3, 6)
    before = base(x).data.copy()
    lora = code.LoRALinear(base, r=2, alpha=8)
    equal(lora(x).tolist(), before.tolist())
    (lora(x) * torch.randn(3, 4)).sum().backward()
    equal((base.weight.grad, base.bias.grad), (None, None))
    equal((lora.a.shape, lora.b.shape), ((2, 6), (4, 2)))
    near(lora.a.grad, np.zeros((2, 6)))         # a's gradient passes through b, which is zero
    assert np.abs(lora.b.grad.data).min() > 0
    lora.b.data[:] = torch.randn(4, 2).data
    near(lora(x).data, before + 4 * x.data @ lora.a.data.T @ lora.b.data.T)


@block(4)
def the_answer_is_summed_with_the_shift(code):
    logits, ids = torch.randn(2, 5, V), torch.randint(0, V, (2, 5))
    mask = torch.tensor([[0, 0, 1, 1, 0], [0, 0, 0, 0, 1]])
    log_p = lambda b, t: math.log(math.exp(logits[b, t - 1, ids[b, t].item()].item()) / sum(map(math.exp, logits[b, t - 1].tolist())))
    near(code.answer_logp(logits, ids, mask), [log_p(0, 2) + log_p(0, 3), log_p(1, 4)])


@block(4)
def dpo_begins_at_ln_2(code):
    pi = torch.randn(3), torch.randn(3)
    near(code.dpo_loss(*pi, *pi), math.log(2))
    other = lesson("dpo")[0].run({"torch": torch})["dpo_loss"]
    ref = torch.randn(3), torch.randn(3)
    near(code.dpo_loss(*pi, *ref, beta=0.5), other(*pi, *ref, beta=0.5))


@block(4)
def advantages_of_one_right_answer_in_four(code):
    rewards = torch.tensor([[1.0, 0, 0, 0], [1, 1, 1, 1]])
    near(code.advantages(rewards), [[1.732, -0.577, -0.577, -0.577], [0, 0, 0, 0]], 5e-4)
    block4 = lesson("code-training-debugging")[3]
    names = block4.changed("correction=0", "correction=1").run(given())
    near(names["advantages"](rewards)[0], [1.5, -0.5, -0.5, -0.5], 1e-4)
