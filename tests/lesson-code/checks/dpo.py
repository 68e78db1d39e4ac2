import math

import torch
from checking import block, near


def given():
    return {"torch": torch}


def _sigmoid(x):
    return 1 / (1 + math.exp(-x))


def _loss(code, a, b, beta):
    """The loss of one pair with these log-ratios of the chosen and the rejected answer."""
    return code.dpo_loss(*(torch.tensor([x]) for x in (a - 5.0, b - 7.0, -5.0, -7.0)), beta=beta)


@block(1)
def the_table_by_hand(code):
    for a, b, beta, loss in [(0, 0, 0.1, 0.693), (1, -1, 0.1, 0.598), (2, -3, 0.1, 0.474), (2, -2, 0.5, 0.127)]:
        near(_loss(code, a, b, beta), loss, 5e-4)


@block(1)
def the_mean_over_the_batch(code):
    pi = torch.tensor([1.0, 2]), torch.tensor([-1.0, -3])
    near(code.dpo_loss(*pi, torch.zeros(2), torch.zeros(2)), (-math.log(_sigmoid(0.2)) - math.log(_sigmoid(0.5))) / 2)


@block(1)
def the_gradient_is_beta_times_the_sigmoid_of_the_margin_reversed(code):
    for margin, weight in [(0, 0.05), (5, 0.1 * _sigmoid(-0.5))]:
        pi_w, pi_l = torch.tensor([float(margin)]).requires_grad_(), torch.tensor([0.0]).requires_grad_()
        code.dpo_loss(pi_w, pi_l, torch.zeros(1), torch.zeros(1)).backward()
        near(pi_w.grad, [-weight])
        near(pi_l.grad, [weight])
