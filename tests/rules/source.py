"""The code as text and trees, for the rules about it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "congdoan"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One file of Python: where it is and what stands in it."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The path from the top of the checkout."""
        return self.path.relative_to(ROOT).as_posix()

    def at(self, node: ast.AST) -> str:
        """Where a thing stands, as editors open it."""
        return f"{self.name}:{getattr(node, 'lineno', 1)}"

    def functions(self) -> Iterator[Function]:
        """Every function and method, the inner ones too."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """Every module below the folders of the checkout, migrations left out."""
    paths = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    texts = [(path, path.read_text(encoding="utf-8")) for path in paths if "migrations" not in path.parts]
    return tuple(Module(path, text, ast.parse(text)) for path, text in texts)


def product() -> tuple[Module, ...]:
    """The modules of the package."""
    return modules("congdoan")


def suite() -> tuple[Module, ...]:
    """The modules that hold tests."""
    return tuple(module for module in modules("tests") if module.path.name.startswith("test_"))


def called(node: ast.AST) -> str:
    """The last name of what is called: `sleep` of `time.sleep(1)`; empty if this is no call."""
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def names_in(node: ast.AST) -> set[str]:
    """Every name and attribute that stands in an expression."""
    found = (getattr(part, "attr", getattr(part, "id", "")) for part in ast.walk(node))
    return {name for name in found if name}
