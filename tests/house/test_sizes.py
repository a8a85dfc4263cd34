"""The house's own measure: short files, short functions, everything annotated, public names described."""

import ast
from statistics import median, quantiles

from tests.house.tree import Function, Source, product, sources

LONGEST_FILE = 350
MEDIAN_FILE = 120
MEDIAN_FUNCTION = 8
LONG_FUNCTION = 30


def _listed(title: str, places: list[str]) -> str:
    return "\n  ".join([f"{title}:", *places])


def _length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _lengths() -> list[tuple[int, str]]:
    return sorted((_length(f), source.where(f)) for source in product() for f in source.functions())


def test_no_file_is_longer_than_it_may_be() -> None:
    long = [f"{source.path}: {source.lines} lines" for source in sources() if source.lines > LONGEST_FILE]
    assert not long, _listed(f"longer than {LONGEST_FILE} lines", long)


def test_half_of_the_files_are_short() -> None:
    middle = median(source.lines for source in product())
    assert middle <= MEDIAN_FILE, f"the median file has {middle} lines, more than {MEDIAN_FILE}"


def test_half_of_the_functions_are_very_short() -> None:
    middle = median(length for length, _ in _lengths())
    assert middle <= MEDIAN_FUNCTION, f"the median function has {middle} lines, more than {MEDIAN_FUNCTION}"


def test_nearly_all_functions_are_short() -> None:
    lengths = _lengths()
    edge = quantiles([length for length, _ in lengths], n=20)[-1]
    longest = [f"{length} {where}" for length, where in reversed(lengths) if length > LONG_FUNCTION]
    assert edge <= LONG_FUNCTION, _listed(
        f"5 % of functions have more than {edge:.0f} lines; the longest", longest
    )


def _undescribed(source: Source, body: list[ast.stmt], inside: str = "") -> list[str]:
    """The public classes, functions and methods of a body that have no docstring, nested classes included."""
    found: list[str] = []
    for node in body:
        if not isinstance(node, Function | ast.ClassDef) or node.name.startswith("_"):
            continue
        if ast.get_docstring(node) is None:
            found.append(f"{source.path}:{node.lineno} {inside}{node.name}")
        if isinstance(node, ast.ClassDef):
            found += _undescribed(source, node.body, f"{node.name}.")
    return found


def test_every_public_name_is_described() -> None:
    bare = [place for source in product() for place in _undescribed(source, source.tree.body)]
    bare += [
        source.path for source in product() if source.text.strip() and ast.get_docstring(source.tree) is None
    ]
    assert not bare, _listed("without a docstring", bare)


def _unannotated(function: Function) -> bool:
    arguments = function.args
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    stars = [star for star in (arguments.vararg, arguments.kwarg) if star]
    bare = [a for a in named + stars if a.annotation is None and a.arg not in {"self", "cls"}]
    return bool(bare) or function.returns is None


def test_everything_is_annotated() -> None:
    bare = [source.where(f) for source in sources() for f in source.functions() if _unannotated(f)]
    assert not bare, _listed("not fully annotated", bare)
