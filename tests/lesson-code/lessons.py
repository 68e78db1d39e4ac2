"""The Python blocks of the lessons, read from the content files themselves and compiled with the line numbers of those files."""

import ast
import functools
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
_FENCE = re.compile(r"(?P<lead>[ >]*)(?P<fence>`{3,}|~{3,})\s*(?P<language>py\w*)")
_ANCHOR = re.compile(r"#+ .*\{#([\w-]+)\}")


class Block:
    """One fenced block: its lesson, its number in it from 1, the section it stands in, the line of its first statement."""

    def __init__(self, path, number, section, line, source):
        self.path, self.number, self.section, self.line, self.source = path, number, section, line, source

    def __str__(self):
        return f"{self.path.relative_to(ROOT)}:{self.line}: block {self.number} (#{self.section})"

    def tree(self):
        """The syntax tree, its lines counted as in the lesson. Raises SyntaxError."""
        return ast.parse("\n" * (self.line - 1) + self.source, str(self.path))

    def run(self, names=None, **more):
        """Runs the block in these names and returns them with what it defined."""
        names = {} if names is None else names
        names.update(more)
        exec(compile(self.tree(), str(self.path), "exec"), names)
        return names

    def statements(self):
        """The lines on which a statement begins. The first line of a function is its `def`, also under a decorator."""
        return {node.lineno for node in ast.walk(self.tree()) if isinstance(node, ast.stmt)}

    def changed(self, old, new):
        """The block with one thing changed, to plant a bug."""
        if self.source.count(old) != 1:
            raise ValueError(f"{self} has {self.source.count(old)} times {old!r}")
        return Block(self.path, self.number, self.section, self.line, self.source.replace(old, new))


def blocks(path):
    """The Python blocks of a file in order. Raises ValueError for one that is opened and not closed."""
    lines = path.read_text(encoding="utf-8").split("\n")
    found, section, i = [], "", 0
    while i < len(lines):
        if anchor := _ANCHOR.match(lines[i]):
            section = anchor[1]
        opening = _FENCE.match(lines[i])
        if opening is None:
            i += 1
            continue
        lead, start = len(opening["lead"]), i + 1
        while (i := i + 1) < len(lines) and lines[i].strip(" >") != opening["fence"]:
            pass
        if i == len(lines):
            raise ValueError(f"{path.relative_to(ROOT)}:{start}: the block is not closed")
        source = "\n".join(line[lead:] for line in lines[start:i]) + "\n"
        found.append(Block(path, len(found) + 1, section, start + 1, source))
        i += 1
    return found


@functools.lru_cache(maxsize=None)
def lessons():
    """Every lesson with Python in it: its id (the file's name) and its blocks."""
    found = ((path.stem, blocks(path)) for path in sorted(CONTENT.rglob("*.md")))
    return {name: code for name, code in found if code}


def lesson(name):
    """The blocks of one lesson."""
    return lessons()[name]
