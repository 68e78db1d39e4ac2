"""What the checks are written with."""

import numpy as np


def block(*numbers):
    """Says which blocks of the lesson a check is about; its name says what it proves."""
    def mark(check):
        check.blocks = numbers
        return check
    return mark


def near(actual, expected, tolerance=1e-5):
    """Equal within a tolerance, entry by entry, and of one shape. For numbers a lesson prints, half of their last digit."""
    actual, expected = (np.asarray(getattr(x, "data", x), dtype="float64") for x in (actual, expected))
    assert actual.shape == expected.shape, f"shape {actual.shape}, expected {expected.shape}"
    apart = np.abs(actual - expected)
    if not (apart <= tolerance).all():      # NaN is not
        worst = np.unravel_index(apart.argmax(), apart.shape)
        raise AssertionError(f"{actual[worst]} at {tuple(map(int, worst))}, expected {expected[worst]}")


def equal(actual, expected):
    assert actual == expected, f"{actual!r}, expected {expected!r}"


def fails(call, *args, error=AssertionError):
    """Whether the call raises this error."""
    try:
        call(*args)
    except error:
        return True
    return False
