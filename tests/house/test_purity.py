"""What an import contract cannot see: the domain reads no clock and opens no file."""

import ast

from tests.house.tree import Source, sources

_CLOCKS = {"now", "utcnow", "today", "fromtimestamp", "monotonic", "time_ns"}
_DOORS = {"open", "print", "input", "eval", "exec", "__import__"}


def _impure(source: Source) -> list[str]:
    calls = [node for node in ast.walk(source.tree) if isinstance(node, ast.Call)]
    clocks = [c for c in calls if isinstance(c.func, ast.Attribute) and c.func.attr in _CLOCKS]
    doors = [c for c in calls if isinstance(c.func, ast.Name) and c.func.id in _DOORS]
    return [f"{source.path}:{call.lineno} {ast.unparse(call.func)}()" for call in clocks + doors]


def test_the_domain_is_pure() -> None:
    domain = [source for source in sources() if source.path.startswith("assistor_console/domain/")]
    assert domain
    assert [place for source in domain for place in _impure(source)] == []


def test_the_check_sees_a_clock_and_a_file() -> None:
    text = "datetime.now(UTC)\nopen('x')\nself.open()\nnow = 1\n"
    assert len(_impure(Source("x.py", text, ast.parse(text)))) == 2
