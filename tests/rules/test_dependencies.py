"""What is taken in: each with its reason, pinned and hashed, from nowhere by name."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from tests.rules.source import ROOT, product

PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
LOCKS = {
    name: (ROOT / "requirements" / f"{name}.lock").read_text(encoding="utf-8") for name in ("run", "test")
}


def normal(requirement: str) -> str:
    """The name of a requirement as registries compare them."""
    name = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert name, requirement
    return re.sub(r"[-_.]+", "-", name[0]).lower()


def wanted(*groups: str) -> set[str]:
    """What pyproject asks for at run time and in these groups."""
    asked = tomllib.loads(PYPROJECT)
    lists = [asked["project"]["dependencies"], *(asked["dependency-groups"][group] for group in groups)]
    return {normal(requirement) for requirements in lists for requirement in requirements}


def pinned(lock: str) -> dict[str, str]:
    """Package and version, of every line of a lock that names one."""
    return {
        normal(name): version for name, version in re.findall(r"^([\w.\[\]-]+)==([^\s;]+)", LOCKS[lock], re.M)
    }


def test_every_dependency_has_its_reason() -> None:
    requirement = re.compile(r'^\s*"[a-z0-9-]+(\[\w+\])?[<>=~][^"]*",(?P<reason>.*)$', re.M)
    found = [(line[0], line["reason"]) for line in requirement.finditer(PYPROJECT)]
    assert len(found) == len(wanted("install", "test"))
    assert [line for line, reason in found if not re.match(r"\s*#\s*\w.{9,}", reason)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_name_no_address(lock: str) -> None:
    assert re.findall(r"\w+://|--index|--find-links|\S+@\S+", LOCKS[lock]) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_of_a_lock_is_known_by_its_hash(lock: str) -> None:
    packages = re.split(r"^(?=\w)", LOCKS[lock], flags=re.M)[1:]
    assert len(packages) == len(pinned(lock)) > 0
    assert [text for text in packages if "==" not in text or "--hash=sha256:" not in text] == []


def test_the_locks_hold_what_is_wanted() -> None:
    assert wanted("install") - set(pinned("run")) == set()
    assert wanted("install", "test") - set(pinned("test")) == set()


def test_what_is_tested_is_what_runs() -> None:
    assert pinned("run").items() - pinned("test").items() == set()


def test_what_only_tests_need_stays_out_of_what_runs() -> None:
    assert (wanted("test") - wanted("install")) & set(pinned("run")) == set()


def test_the_package_imports_only_what_it_asks_for() -> None:
    origin = packages_distributions()
    tops = {name.split(".")[0] for module in product() for name in absolute_imports(module.tree)}
    foreign = tops - set(sys.stdlib_module_names) - {"congdoan"}
    assert {top for top in foreign if not {normal(name) for name in origin.get(top, [])} & wanted()} == set()


def absolute_imports(tree: ast.Module) -> set[str]:
    """The modules imported by their full name."""
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    parts = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and not node.level]
    return plain | {node.module for node in parts if node.module}
