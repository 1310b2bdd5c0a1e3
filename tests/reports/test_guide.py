"""The guide to tags tells everything a clerk may type, and nothing else."""

import re
from pathlib import Path

import pytest

from congdoan.reports.checking import tags_of
from congdoan.reports.tags import FORMS, SCOPES, VERBS, parse
from congdoan.reports.vocabulary import FACTS, of_catalogue, plain
from tests.reports.papers import paper

GUIDE = (
    (Path(__file__).parents[2] / "docs" / "report-tags.md").read_text(encoding="utf-8").replace("\\|", "|")
)
TAGS = sorted(set(re.findall(r"\{\{.*?\}\}", GUIDE)))
WORDS = of_catalogue()


@pytest.mark.parametrize("typed", TAGS)
def test_every_tag_of_the_guide_is_understood(typed: str) -> None:
    assert parse(typed, WORDS).source == typed


def test_the_guide_names_every_word_there_is() -> None:
    told = plain(GUIDE)
    options = [f"dang = {form}" for form in FORMS] + [f"pham vi = {scope}" for scope in SCOPES]
    wanted = [f"{{{{{verb}:" for verb in VERBS] + [fact.replace("-", " ") for fact in FACTS] + options
    assert [word for word in wanted if word not in told] == []


def test_its_example_of_parts_is_a_sentence() -> None:
    (example,) = re.findall(r"^    (trao .*)$", GUIDE, re.MULTILINE)
    assert len(tags_of(paper(example), WORDS)) == 3
