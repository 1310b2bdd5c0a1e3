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


NAMED = re.compile(r"`((?:congdoan|tests|docs)/[\w/]+\.py)(?:::|` \(`|`, `)?(\w+\b(?![/.]))?")


@pytest.mark.parametrize("document", ["CONTRIBUTING.md", "docs/architecture.md"])
def test_the_files_functions_and_tests_it_names_are_there(document: str) -> None:
    named = NAMED.findall((ROOT / document).read_text(encoding="utf-8"))
    texts = {path: (ROOT / path).read_text(encoding="utf-8") for path, _ in named}
    assert len(texts) > 1
    lost = [at for at in named if at[1] and not re.search(rf"^(def|class) {at[1]}\b", texts[at[0]], re.M)]
    assert lost == []


def test_every_setting_of_the_environment_is_in_the_readme() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    read = set(re.findall(r"environ(?:\.get\(|\[)\s*[\"'](CONGDOAN_\w+)", source))
    told = set(re.findall(r"`(CONGDOAN_\w+)`", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert read - told == set()


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = sorted(int(path.name[:4]) for path in (ROOT / "docs" / "decisions").glob("*.md"))
    assert numbers == list(range(len(numbers)))
