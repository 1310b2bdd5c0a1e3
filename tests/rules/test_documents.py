"""What the documents promise is there."""

import re

import pytest

from tests.rules.source import PACKAGE, ROOT

DOCUMENTS = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    *(str(p.relative_to(ROOT)) for p in ROOT.glob("docs/**/*.md")),
]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_between_documents_lead_somewhere(document: str) -> None:
    page = ROOT / document
    links = re.findall(r"(?:\]\(|src=\")(?!https?:|#|mailto:)([^)\"#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_setting_of_the_environment_is_in_the_readme() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    read = set(re.findall(r"environ(?:\.get\(|\[)\s*[\"'](CONGDOAN_\w+)", source))
    told = set(re.findall(r"`(CONGDOAN_\w+)`", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert read - told == set()


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = sorted(int(path.name[:4]) for path in (ROOT / "docs" / "decisions").glob("*.md"))
    assert numbers == list(range(len(numbers)))
