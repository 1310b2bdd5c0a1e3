"""What may be done to the book, and who may ask what."""

import ast
import re

from congdoan.records.kind import KINDS
from tests.rules.source import PACKAGE, Module, called, names_in, product

APPEND_ONLY = {"Entry", "Event", "Posting", "entries"}
CHANGES = {"update", "delete", "bulk_update", "_raw_delete", "update_or_create"}
RAW_CHANGE = re.compile(
    r"\b(update|delete\s+from|truncate)\s+\W?(ledger_entry|audit_event|audit_posting)\b", re.I
)


def rewrites(module: Module) -> list[str]:
    """Where a module changes or deletes rows that are only ever added."""
    orm = [
        module.at(node)
        for node in ast.walk(module.tree)
        if called(node) in CHANGES and isinstance(node, ast.Call) and names_in(node.func) & APPEND_ONLY
    ]
    raw = [
        module.at(node)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and RAW_CHANGE.search(node.value)
    ]
    return orm + raw


def test_entries_and_the_trail_are_only_ever_added_to() -> None:
    sealing = PACKAGE / "audit" / "actions.py"  # writes the seal into events, nothing else
    assert [where for module in product() if module.path != sealing for where in rewrites(module)] == []


def test_sealing_changes_nothing_of_an_event_but_its_seal() -> None:
    (sealing,) = (module for module in product() if module.name == "congdoan/audit/actions.py")
    changes = [node for node in ast.walk(sealing.tree) if called(node) in CHANGES]
    assert [ast.unparse(node) for node in changes if "Event" in names_in(node)] == [
        "Event.objects.bulk_update(waiting, ['seal'])"
    ]


def named(node: ast.AST) -> str:
    """The last name of an expression: `kind` of `record.kind`."""
    return getattr(node, "attr", getattr(node, "id", ""))


def asks_the_kind(node: ast.AST) -> bool:
    """Whether this compares a `kind` with something, or anything with the name of a kind of record."""
    if isinstance(node, ast.Match):
        return named(node.subject) == "kind"
    if not isinstance(node, ast.Compare):
        return False
    sides = [node.left, *node.comparators]
    words = {part.value for side in sides for part in ast.walk(side) if isinstance(part, ast.Constant)}
    equal = isinstance(node.ops[0], ast.Eq | ast.NotEq)
    return bool(words & set(KINDS)) or (equal and "kind" in {named(side) for side in sides})


def test_nobody_asks_a_record_its_kind_outside_the_kinds() -> None:
    places = (PACKAGE / "records" / "kinds", PACKAGE / "reports")  # in reports, `kind` is the kind of a tag
    asked = [
        module.at(node)
        for module in product()
        if not set(places) & set(module.path.parents)
        for node in ast.walk(module.tree)
        if asks_the_kind(node)
    ]
    assert asked == []


def prints(module: Module) -> list[str]:
    """Where a module prints, other than when it is run by itself."""
    own = [
        node for node in module.tree.body if isinstance(node, ast.If) and "__name__" in names_in(node.test)
    ]
    spoken = {id(part) for block in own for part in ast.walk(block)}
    nodes = (node for node in ast.walk(module.tree) if id(node) not in spoken)
    return [module.at(node) for node in nodes if called(node) == "print"]


def test_only_the_command_line_prints() -> None:
    speakers = ("congdoan/cli", "congdoan/demo/")
    assert [
        where for module in product() if not module.name.startswith(speakers) for where in prints(module)
    ] == []
