"""The catalogue says what the list of indicators says, and what it has once said of a number it says for ever."""

import csv
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from congdoan.base.errors import Refused
from congdoan.ledger import catalogue, shares
from congdoan.ledger.book_of_indicators import adds_up, markdown
from congdoan.ledger.cuts import DIMENSIONS, VALUES
from congdoan.ledger.indicator import BY_CODE, BY_KEY, BY_NUMBER, CHAPTERS, NIL, Indicator, find, shown

TESTS = Path(__file__).parents[1]
CHAPTER_KEYS = [
    "org",
    "members",
    "labour",
    "representation",
    "care",
    "funds",
    "propaganda",
    "culture",
    "emulation",
    "awards",
    "women",
    "party",
    "officers",
    "ratings",
    "inspection",
    "complaints",
    "finance",
    "digital",
    "conferences",
]


SUBJECTS = ("person", "household", "child", "employer", "unit", "transfer")


def rows(name: str) -> list[dict[str, str]]:
    with (TESTS / "cases" / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


LISTED = rows("indicators.csv")
PARTS = [part for part in BY_NUMBER.values() if part.hidden and part.number % 100 != NIL]
RATIOS = [indicator for indicator in shown() if indicator.num]

# A share needs to know who its whole is, so the entries of these balances name them; the list doesn't say.
NAMED_IN_A_BALANCE = {"ORG-01": {"subject": "unit"}, "MEM-16": {"subject": "person"}}

# "Internal transfers net to zero at the common superior", says the list of these two sums: so a transfer counts where
# only one of its ends is.
NETTED = {code: {"adds": "distinct", "subject": "transfer"} for code in ("MEM-07", "MEM-08")}


def facts(indicator: Indicator) -> dict[str, str]:
    return {
        "name_vi": indicator.name,
        "unit": indicator.counts_in,
        "adds": indicator.adds,
        "by_day": indicator.by_day,
        "place": indicator.place,
        "subject": indicator.subject,
    }


def part_keys() -> dict[str, set[str]]:
    """What each part of a ratio in the list (a code or a name) is called in the catalogue."""
    called = defaultdict(set)
    for row in LISTED:
        indicator = BY_CODE[row["code"]]
        called[row["num"]].add(indicator.num)
        called[row["den"]].add(indicator.den)
    return called


def test_all_of_the_list_is_in_the_catalogue_and_nothing_else_is_shown():
    assert len(LISTED) >= 262
    assert sorted(i.code for i in shown()) == sorted(row["code"] for row in LISTED)


def test_every_indicator_says_what_the_list_says():
    listed = {
        row["code"]: {fact: row[fact] for fact in facts(BY_CODE[row["code"]])}
        | (NAMED_IN_A_BALANCE | NETTED).get(row["code"], {})
        for row in LISTED
    }
    assert {code: facts(BY_CODE[code]) for code in listed} == listed


def test_a_listed_part_is_one_indicator_and_two_listed_parts_are_two():
    called = part_keys()
    assert all(len(keys) == 1 for keys in called.values())
    assert max(Counter(key for keys in called.values() for key in keys).values()) == 1


def test_a_part_named_by_its_code_is_that_indicator_and_one_by_a_name_is_hidden():
    for part, (key,) in part_keys().items():
        if part in BY_CODE:
            assert BY_CODE[part].key == key
        elif part:
            assert BY_KEY[key].hidden


def test_ratios_and_means_and_only_they_have_two_parts():
    for indicator in BY_NUMBER.values():
        both = indicator.num in BY_KEY and indicator.den in BY_KEY
        assert both == (indicator.adds in ("ratio", "mean")), indicator.code


def test_stocks_and_rates_of_stocks_are_asked_on_a_day_and_flows_never():
    for row in LISTED:
        if row["kind"] in ("stock", "flow"):
            assert BY_CODE[row["code"]].stock == (row["kind"] == "stock")


def test_each_hidden_part_feeds_a_ratio():
    fed_from = {key for ratio in RATIOS for key in (ratio.num, ratio.den)}
    assert {part.key for part in PARTS} <= fed_from


def test_a_hidden_part_is_numbered_from_50():
    assert all(50 <= part.number % 100 < NIL for part in PARTS)


def test_a_target_is_the_asked_union_s_own():
    targets = [part for part in PARTS if part.key.endswith(("_target", "targets_met", "targets_set"))]
    assert {part.adds for part in targets} == {"own"}
    assert len(targets) == 5


def test_the_whole_of_a_share_is_known_by_its_entries_on_the_last_day():
    wholes = {ratio.den for ratio in RATIOS if shares.is_share(ratio)}
    assert wholes == {
        "org.grassroots_unions",
        "representation.employers_liable",
        "representation.enterprises_liable",
        "representation.enterprises_with_union",
        "culture.workplaces",
        "members.in_hardship",
    }
    assert all(BY_KEY[key].adds == "balance" for key in wholes)


def test_ratings_of_a_year_are_compared_with_those_rated_in_that_year():
    ratio = find("RAT-05")
    assert BY_KEY[ratio.den].subject == "unit"
    assert not shares.is_share(ratio)


def test_a_distinct_count_says_whom_it_counts():
    for indicator in BY_NUMBER.values():
        if indicator.adds == "distinct":
            assert indicator.subject in SUBJECTS, indicator.code


@pytest.mark.parametrize(
    "code",
    ["REP-01", "REP-02", "REP-03", "REP-04", "CUL-06", "CUL-07", "EMU-07", "EMU-11", "RAT-01", "RAT-08"],
)
def test_what_is_once_a_year_answers_for_a_year(code):
    assert find(code).yearly


def test_every_breakdown_has_a_name_and_is_of_some_indicator():
    assert {cut for indicator in BY_NUMBER.values() for cut in indicator.cuts} == set(DIMENSIONS)
    assert set(VALUES) <= set(DIMENSIONS)


def test_a_ratio_breaks_down_as_both_its_parts_do():
    for ratio in RATIOS:
        both = set(BY_KEY[ratio.num].cuts) & set(BY_KEY[ratio.den].cuts)
        assert set(ratio.cuts) <= both, ratio.code


def test_what_adds_up_to_a_whole_is_its_breakdown_and_no_indicator_beside_it():
    assert [indicator.key for indicator in shown() if indicator.counts_in == "giải"] == ["culture.prizes"]
    assert {"first", "second", "third", "consolation"} <= set(VALUES["prize"])
    assert "prize" in find("culture.prizes").cuts
    assert "recipient" in find("care.tet_gifts").cuts
    assert "issuer" in find("awards.letters_individual").cuts


def test_every_indicator_is_defined_in_one_vietnamese_sentence_of_its_own():
    definitions = [indicator.definition for indicator in BY_NUMBER.values() if indicator.number % 100 != NIL]
    assert all(text.endswith(".") and len(text) > 30 for text in definitions)
    assert len(set(definitions)) == len(definitions)


def test_the_chapters_are_the_nineteen_of_the_list_each_in_its_file():
    assert [CHAPTERS[number].key for number in sorted(CHAPTERS)] == CHAPTER_KEYS
    files = {path.stem for path in Path(catalogue.__file__).parent.glob("[a-z]*.py")}
    assert files == set(CHAPTER_KEYS)
    assert [CHAPTERS[number].code for number in sorted(CHAPTERS)] == list(
        dict.fromkeys(row["code"].split("-")[0] for row in LISTED)
    )


def test_every_chapter_has_an_answer_that_there_was_nothing():
    assert all(BY_NUMBER[number * 100 + NIL].key == f"{CHAPTERS[number].key}.nil" for number in CHAPTERS)


def test_a_number_in_the_book_means_the_same_for_ever():
    """Entries keep the number. A new indicator adds its line to `numbers.csv`; no line ever changes or goes."""
    kept = [(int(row["number"]), row["code"], row["key"]) for row in rows("numbers.csv")]
    assert [(i.number, i.code, i.key) for _, i in sorted(BY_NUMBER.items())] == kept


def test_an_indicator_is_found_by_key_or_code():
    assert find("care.tet_gifts") is find("CAR-04") is find("car-04")
    assert find("CAR-04").number == 504


def test_what_is_not_in_the_catalogue_is_refused():
    with pytest.raises(Refused, match="CAR-77"):
        find("CAR-77")


def test_how_it_adds_up_is_said_in_words():
    assert adds_up(find("CAR-03")) == "mỗi người một lần"
    assert adds_up(find("REP-02")) == "tính lại từ hai phần ở mỗi cấp; số của năm"


def test_the_page_of_indicators_is_up_to_date():
    written = (TESTS.parent / "docs" / "indicators.md").read_text(encoding="utf-8")
    assert written == markdown(), "run: python -m congdoan.ledger.book_of_indicators > docs/indicators.md"
