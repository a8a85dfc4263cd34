"""Small changes of a module, one at a time: what a test should notice.

Changed are comparisons, `and`/`or`/`not`, conditions, numbers, truth values, texts and bytes, arithmetic, and
statements that call or raise, which are left out. Left alone are docstrings, annotations, decorators,
asserts, what is logged, and names in SQL.
"""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

Change = Callable[[], None]
"""Makes the change in the tree it came from."""

_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
NONE = -1
_LEFT_ALONE = frozenset({"bindparam", "getLogger", "text", "TypeVar", "cast", "Column", "Rounds", "Thread"})
_LOGS = frozenset({"LOG", "log"})


@dataclass(frozen=True)
class Mutant:
    """The `number`-th change of a module, at a line of a function; how the code reads before and after."""

    module: Path
    number: int
    line: int
    function: str
    was: str
    now: str

    @property
    def key(self) -> str:
        """What stays the same while lines move."""
        return f"{self.module.as_posix()} {self.function}: {self.was} → {self.now}"


@dataclass(frozen=True)
class _Site:
    """A place in a tree where something can be put: the node that holds it, and where in it."""

    holder: ast.AST
    field: str
    at: int | None
    node: ast.AST
    function: str

    def put(self, node: ast.AST) -> None:
        """Puts another node there."""
        if self.at is None:
            setattr(self.holder, self.field, node)
        else:
            getattr(self.holder, self.field)[self.at] = node


def mutants(root: Path, module: Path) -> list[Mutant]:
    """Every change of a module (a path below `root`), in order of its text."""
    tree = ast.parse((root / module).read_text("utf-8"))
    found = []
    for number, (site, new) in enumerate(_changes(tree)):
        line = getattr(site.node, "lineno", 1)
        found.append(Mutant(module, number, line, site.function, _short(site.node), _short(new)))
    return found


def unchanged(module: Path) -> Mutant:
    """No change at all: tests that notice it notice anything."""
    return Mutant(module, NONE, 0, "", "", "")


def mutated(root: Path, mutant: Mutant) -> ast.Module:
    """The module with this one change."""
    tree = ast.parse((root / mutant.module).read_text("utf-8"))
    if mutant.number == NONE:
        return tree
    for number, (site, new) in enumerate(_changes(tree)):
        if number == mutant.number:
            site.put(ast.copy_location(new, site.node))
            return ast.fix_missing_locations(tree)
    raise IndexError(mutant.number)


def _short(node: ast.AST) -> str:
    return " ".join(ast.unparse(node).split())[:100]


def _changes(tree: ast.Module) -> Iterator[tuple[_Site, ast.AST]]:
    for site in _sites(tree, ""):
        for new in _instead(site):
            yield site, new


def _sites(node: ast.AST, function: str) -> Iterator[_Site]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        function = f"{function}.{node.name}".strip(".")
    for field, value in ast.iter_fields(node):
        if _is_left_alone(node, field):
            continue
        for at, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(child, ast.AST) and not _is_docstring(node, field, at, child):
                yield _Site(node, field, at, child, function)
                yield from _sites(child, function)


def _is_left_alone(node: ast.AST, field: str) -> bool:
    if field in ("annotation", "returns", "decorator_list", "type_comment"):
        return True
    if isinstance(node, ast.Assert | ast.JoinedStr | ast.Import | ast.ImportFrom | ast.Global):
        return True
    if isinstance(node, ast.Call) and field in ("args", "keywords"):
        called = node.func
        if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
            return called.value.id in _LOGS
        return isinstance(called, ast.Name) and called.id in _LEFT_ALONE
    return isinstance(node, ast.Assign) and any(
        isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets
    )


def _is_docstring(node: ast.AST, field: str, at: int | None, child: ast.AST) -> bool:
    """Any text that stands alone: of a module, a class, a function, or below an attribute."""
    return isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)


def _instead(site: _Site) -> Iterator[ast.AST]:
    """What can stand in place of a node."""
    node = site.node
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        for other in _COMPARED[type(node.ops[0])]:
            yield ast.Compare(node.left, [other()], node.comparators)
    elif isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.BinOp) and type(node.op) in _COUNTED:
        yield ast.BinOp(node.left, _COUNTED[type(node.op)](), node.right)
    elif isinstance(node, ast.AugAssign) and type(node.op) in _COUNTED:
        yield ast.AugAssign(node.target, _COUNTED[type(node.op)](), node.value)
    elif isinstance(node, ast.Constant):
        yield from _other_values(node.value)
    elif _acts(node):
        yield ast.Pass()
    if _is_condition(site):
        yield ast.UnaryOp(ast.Not(), node)  # type: ignore[arg-type]


def _acts(node: ast.AST) -> bool:
    """Whether a statement raises, or calls something that is no log."""
    if isinstance(node, ast.Raise):
        return True
    if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.Call):
        return False
    called = node.value.func
    owner = called.value if isinstance(called, ast.Attribute) else None
    return not (isinstance(owner, ast.Name) and owner.id in _LOGS)


def _is_condition(site: _Site) -> bool:
    """A name, a call or the like that decides: comparisons and the rest are turned round otherwise."""
    decides = site.field == "test" or (isinstance(site.holder, ast.comprehension) and site.field == "ifs")
    return decides and isinstance(
        site.node, ast.Name | ast.Call | ast.Attribute | ast.NamedExpr | ast.Subscript
    )


def _other_values(value: object) -> Iterator[ast.AST]:
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int | float):
        yield ast.Constant(value + 1)
    elif isinstance(value, str):
        yield ast.Constant(value + "_")
    elif isinstance(value, bytes):
        yield ast.Constant(value + b"_")
