import math

import torch
from checking import block, equal, near

Q = [[1, 0], [0, 1], [1, 1]]
V = [[1, 0], [0, 2], [3, 3]]


@block(1)
def the_example_by_hand(code):
    identity = torch.tensor([[1.0, 0], [0, 1]])
    # x holds q in its first two features and v in the last two.
    x = torch.tensor([[float(n) for n in q + v] for q, v in zip(Q, V)])
    w_q = torch.cat((identity, torch.zeros(2, 2)))
    w_v = torch.cat((torch.zeros(2, 2), identity))
    near(code.head(x, w_q, w_q, w_v), [[1.604, 1.599], [1.401, 2.006], [1.759, 2.007]], 5.1e-4)


@block(1)
def each_row_of_weights_sums_to_one(code):
    x, w = torch.randn(5, 8), torch.randn(8, 4)
    w_v = torch.zeros(8, 3)
    w_v[0] = 1.0
    x[:, 0] = 1.0
    out = code.head(x, w, w * 2, w_v)
    equal(out.shape, (5, 3))
    near(out, [[1.0] * 3] * 5)


@block(1)
def the_softmax_runs_over_the_keys(code):
    x, w = torch.randn(6, 8), torch.randn(8, 4)
    out = code.head(x, w, w, w)
    keys = (x @ w).tolist()
    for i, q in enumerate(keys):
        weights = [math.exp(sum(a * b for a, b in zip(q, k)) / 2) for k in keys]
        near(out[i], [sum(a * k[j] for a, k in zip(weights, keys)) / sum(weights) for j in range(4)], 1e-4)
