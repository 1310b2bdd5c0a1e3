"""A test says something true, every time, at once."""

import ast
import io
import re
import tokenize

import pytest

from tests.rules.source import Function, called, modules, suite

# A state machine asserts in its own rules and invariants.
STATES = re.compile(r"^(assert|expect|raises|warns|refuses|run_state_machine_as_test$)")
EVASIONS = {"sleep", "wait_for_timeout", "skip", "skipif", "xfail", "importorskip"}


def says_something(function: Function) -> bool:
    """Whether it asserts, expects a page to show, or expects a refusal."""
    return any(isinstance(node, ast.Assert) or STATES.match(called(node)) for node in ast.walk(function))


def test_every_test_says_something() -> None:
    silent = [
        f"{module.at(function)} {function.name}"
        for module in suite()
        for function in module.functions()
        if function.name.startswith("test_") and not says_something(function)
    ]
    assert silent == []


def test_no_test_waits_for_the_clock_or_looks_away() -> None:
    evaded = [
        f"{module.at(node)} {node.attr}"
        for module in suite()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr in EVASIONS
    ]
    assert evaded == []


def test_nothing_is_left_for_later() -> None:
    later = [
        f"{module.name}:{token.start[0]}"
        for module in modules("congdoan", "tests", "benchmarks")
        for token in tokenize.generate_tokens(io.StringIO(module.text).readline)
        if token.type == tokenize.COMMENT and re.search(r"\b(TODO|FIXME|XXX|HACK)\b", token.string)
    ]
    assert later == []


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("assert total == 179", True),
        ("with pytest.raises(Refused): add(amount=-1)", True),
        ("expect(page.get_by_text('179')).to_be_visible()", True),
        ("assert_balanced(book)", True),
        ("add(amount=1)", False),
    ],
)
def test_the_rule_knows_a_statement_when_it_sees_one(body: str, says: bool) -> None:
    (function,) = ast.parse(f"def test():\n    {body}").body
    assert isinstance(function, ast.FunctionDef)
    assert says_something(function) is says
