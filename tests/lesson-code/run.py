"""Runs the Python of the lessons as printed, and what `checks/` says of it. One line for each fault: lesson, line, block, reason.

`run.py` runs everything, `run.py NAME…` the lessons of these ids.
"""

import contextlib
import importlib.util
import io
import sys
import traceback
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

from lessons import CONTENT, ROOT, lessons  # noqa: E402

CHECKS = HERE / "checks"

# Blocks that cannot run here, each with its reason. They have to parse.
FRAGMENTS = {
    ("data-parallel-zero", 1): "torch.distributed over several GPUs; a dummy of it would prove nothing",
}

# What a lesson's code needs is what its checks import.
OVER = {"torch": "the stand-in for PyTorch", "np": "NumPy"}


class Trace:
    """The lines of the lessons that ran: (file, line)."""

    def __init__(self):
        self.ran = set()

    def __call__(self, frame, event, _):
        if not frame.f_code.co_filename.startswith(str(CONTENT)):
            return None
        self.ran.add((frame.f_code.co_filename, frame.f_lineno))
        return self

    def __enter__(self):
        sys.settrace(self)
        return self

    def __exit__(self, *_):
        sys.settrace(None)


def load(path):
    """The checks of a lesson as a module; no module of this name is put into the table of the interpreter."""
    spec = importlib.util.spec_from_file_location(path.stem.replace("-", "_"), path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def fault(where, error, check=None):
    """With the line of the lesson if the error passed through one, and the line of the check."""
    frames = traceback.extract_tb(error.__traceback__)
    parts = [str(where)]
    parts += [f"line {f.lineno}, {f.line}" for f in frames if f.filename.startswith(str(CONTENT))][-1:]
    if check:
        line = [f for f in frames if f.filename.startswith(str(CHECKS))][-1:]
        parts += [f"{check.__name__}, {f.line}" for f in line]
    return ": ".join([*parts, f"{type(error).__name__}: {error}"])


def examine(name, code, counts):
    """The faults of one lesson: its blocks run in order in the same names, then the checks."""
    try:
        for b in code:
            b.tree()
    except SyntaxError as error:
        return [f"{b}: line {error.lineno}: {error.msg}"]
    runnable = [b for b in code if (name, b.number) not in FRAGMENTS]
    counts["parsed"] += len(code) - len(runnable)
    if not runnable:
        print(f"{name}: {len(code)} only parsed")
        return []
    path = CHECKS / f"{name}.py"
    if not path.exists():
        return [f"{b}: neither run nor listed as a fragment: {path.relative_to(ROOT)} is missing" for b in runnable]

    with Trace() as trace:
        module = load(path)
        names = module.given() if hasattr(module, "given") else {}
        for b in runnable:
            try:
                b.run(names)
            except Exception as error:
                return [fault(b, error)]
            counts["run"] += 1
        checks = [c for c in vars(module).values() if hasattr(c, "blocks")]
        faults = [f for c in checks for f in verdict(c, runnable, names)]
    counts["checks"] += len(checks)
    over = " and ".join(label for name, label in OVER.items() if hasattr(module, name)) or "plain Python"
    print(f"{name}: {len(runnable)} run over {over}, {len(checks)} checks")

    for b in runnable:
        if not any(b.number in c.blocks for c in checks):
            faults.append(f"{b}: no check is about it")
        missed = sorted(line for line in b.statements() if (str(b.path), line) not in trace.ran)
        if missed and not faults:
            faults.append(f"{b}: no check runs line {', '.join(map(str, missed))}")
    return faults


def verdict(check, runnable, names):
    """No fault or one."""
    about = [b for b in runnable if b.number in check.blocks]
    if len(about) < len(check.blocks):
        return [f"{check.__name__} is about a block that is not run"]
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            check(SimpleNamespace(**names))
    except Exception as error:
        return [fault(about[0], error, check)]
    return []


def main(wanted):
    try:
        found, counts = lessons(), Counter()
    except ValueError as error:
        sys.exit(f"{error}\n1 fault")
    keys = {(name, b.number) for name, code in found.items() for b in code}
    faults = [f"run.py: there is no block {key} for the fragment" for key in FRAGMENTS if key not in keys]
    faults += [f"{path.relative_to(ROOT)}: no lesson of this name has Python" for path in CHECKS.glob("*.py") if path.stem not in found]
    faults += [f"{name}: no lesson of this name has Python" for name in wanted if name not in found]
    for name, code in found.items():
        if not wanted or name in wanted:
            faults += examine(name, code, counts)
            counts["lessons"] += 1
    if faults:
        print(*faults, sep="\n")
    print("{lessons} lessons: {run} blocks of Python run, {parsed} only parsed, {checks} checks, ".format_map(counts) + f"{len(faults)} faults")
    return len(faults) > 0 or counts["lessons"] == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
