"""Pages work under the content policy: nobody's scripts but ours, none of them in the page."""

import re
from pathlib import Path

from tests.rules.source import PACKAGE, ROOT

TEMPLATES = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for path in PACKAGE.rglob("templates/**/*.html")
}


def found(pattern: str) -> list[str]:
    """Each place of the templates where the pattern stands."""
    return [
        f"{name}: {match[0]}"
        for name, text in TEMPLATES.items()
        for match in re.finditer(
            pattern, re.sub(r"{#.*?#}|{% comment .*?{% endcomment %}", "", text, flags=re.S), re.I
        )
    ]


def test_no_handler_stands_in_a_tag() -> None:
    assert found(r"""<[^>]*\s(on[a-z]+|hx-on[:\w-]*)\s*=""") == []


def test_no_script_stands_in_a_page() -> None:
    assert found(r"<script(?![^>]*\ssrc=)(?![^>]*type=.application/json)[^>]*>|javascript:|[\"']js:") == []


def test_nothing_is_fetched_from_elsewhere() -> None:
    assert found(r"""<(script|link|img|iframe|source|video)[^>]*\s(src|href)=["'](https?:)?//""") == []


def test_a_list_that_has_pages_can_be_taken_out() -> None:
    """But for the choice of a union, the rows of a file sent in (it is handed back its own way) and tokens."""
    known = {"unit_choose.html", "one.html", "tokens.html"}
    pages = {name: text for name, text in TEMPLATES.items() if "web/parts/pager.html" in text}
    assert len(pages) > len(known)
    assert {
        name for name, text in pages.items() if "take_out" not in text and Path(name).name not in known
    } == set()


def test_a_year_is_printed_without_a_dot() -> None:
    """Numbers are printed the Vietnamese way, 2.026 among them, unless told otherwise."""
    assert found(r"{{\s*[\w.]*year\s*}}") == []
