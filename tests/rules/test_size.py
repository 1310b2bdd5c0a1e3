"""Small functions, small files: so that a newcomer can read one thing at a time."""

import ast

from tests.rules.source import Function, modules, product


def length(function: Function) -> int:
    """Lines from `def` to the end; the docstring is not counted."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function) is None:
        return lines
    docstring = function.body[0]
    return lines - ((docstring.end_lineno or docstring.lineno) - docstring.lineno + 1)


def lengths() -> dict[str, int]:
    return {
        f"{module.at(function)} {function.name}": length(function)
        for module in product()
        for function in module.functions()
    }


def test_half_of_the_functions_have_at_most_eight_lines() -> None:
    found = sorted(lengths().values())
    assert found[len(found) // 2] <= 8


def test_nine_in_ten_functions_have_at_most_twenty_five_lines() -> None:
    found = sorted(lengths().values())
    assert found[len(found) * 9 // 10] <= 25


def test_no_function_has_more_than_sixty_lines() -> None:
    assert {where: lines for where, lines in lengths().items() if lines > 60} == {}


def test_no_file_has_more_than_three_hundred_lines() -> None:
    files = {
        module.name: len(module.text.splitlines()) for module in modules("congdoan", "tests", "benchmarks")
    }
    assert {name: lines for name, lines in files.items() if lines > 300} == {}
