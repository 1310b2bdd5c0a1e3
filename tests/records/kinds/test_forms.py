"""Forms as a browser sends them, to the record they make."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.fields import FOREVER
from congdoan.records import actions, kind
from congdoan.records.record import Record
from tests.cast import Cast
from tests.records.said import value

DAY = {"happened_on": "2024-04-18"}
SENT: dict[str, tuple[dict[str, str], dict[str, list[dict[str, str]]]]] = {
    "regulation": ({"rule": "working", "last_on": "30/06/2025"}, {"employers": [{"employer": "Báo Lào Cai"}]}),
    "kept": ({"what": "law_shelf", "medium": "electronic", "count": "1"}, {}),
    "initiative": (
        {"sort": "recognised", "level": "province", "achievement_year": "2023", "number": "12/QĐ-UBND"},
        {
            "authors": [{"name": "Lù A Páo", "union": "bao lao cai", "work": "Bản tin", "gain": "12tr"}],
            "groups": [{"name": "Nhóm Kỹ thuật", "people": "3", "union": "laocai-y-te"}],
        },
    ),
    "commendation": (
        {"award": "letter", "issuer": "upper", "scope": "full", "achievement_year": "2023"},
        {"collectives": [{"union": "laocai-bao"}], "awardees": [{"name": "Trần Văn An", "union": "laocai-bao"}]},
    ),
    "party": ({"step": "introduced"}, {"members": [{"name": "Cư Seo Vần", "union": "laocai-bao"}]}),
    "inspection": (
        {"subject": "finance", "level": "lower", "planned": "on", "to_recover": "2tr5"},
        {"unions": [{"union": "CĐCS Báo Lào Cai"}, {"union": "laocai-y-te"}]},
    ),
    "workforce": ({"place": "agency", "workers": "1.200", "wages": "9,6 tỷ", "workers_in_wage": "1.180"}, {}),
    "agreement": (
        {"step": "signed", "sort": "sector", "last_on": "30/06/2026"},
        {"employers": [{"employer": "so-y-te"}, {"employer": "Báo Lào Cai"}]},
    ),
    "petition": (
        {"raised_at": ""},
        {"asked": [{"content": "Nâng mức ăn ca", "addressee": "Giám đốc", "due_on": "02/05/2024"}]},
    ),
    "counsel": ({"what": "advice", "people": "12", "channel": "mobile"}, {}),
    "advancement": (
        {"what": "course", "course": "political"},
        {"members": [{"name": "Cư Seo Vần", "union": "laocai-bao"}]},
    ),
    "board_rating": (
        {"achievement_year": "2023"}, {"boards": [{"employer": "so-y-te", "grade": "fair"}]},
    ),
    "incident": ({"what": "accident", "serious": "1", "serious_women": ""}, {}),
}  # fmt: skip


def values(form: Any) -> dict[str, Any]:
    """What the form hands to the action."""
    assert form.is_valid(), form.errors
    return dict(form.values())


def sent(slug: str, cast: Cast, at: str = "laocai-cdvc") -> Record:
    """The record a browser's form makes."""
    which, (fields, lists) = kind.find(slug), SENT[slug]
    form = which.form({**DAY, **fields}, unit=cast[at])  # type: ignore[call-arg]
    lines = {
        spec.name: [values(spec.form(row, unit=cast[at])) for row in lists.get(spec.name, [])]  # type: ignore[call-arg]
        for spec in which.lines
    }
    fields = values(form)
    return actions.add(
        kind=which,
        unit=cast[at],
        happened_on=form.cleaned_data["happened_on"],
        by=None,
        fields=fields,
        lines=lines,
    )


@pytest.mark.parametrize("slug", SENT)
def test_a_form_filled_makes_a_record(slug: str, cast: Cast) -> None:
    made = sent(slug, cast)
    assert (made.kind, made.happened_on, made.version) == (slug, date(2024, 4, 18), 1)


def test_money_is_understood_as_people_type_it(cast: Cast) -> None:
    sent("inspection", cast)
    sent("initiative", cast)
    assert value("INS-13", cast["laocai-cdvc"], "2024", where={"recovery": "advised"}) == 2_500_000
    assert value("EMU-04", cast["laocai-cdvc"], "2023") == 12_000_000


def test_a_collective_without_a_name_is_the_union(cast: Cast) -> None:
    sent("commendation", cast)
    assert value("AWD-15", cast["laocai-bao"], "2023") == 1
    assert value("AWD-10", cast["laocai-cdvc"], "2023") == 1


def test_no_last_day_is_for_good(cast: Cast) -> None:
    assert kind.full(sent("kept", cast)).last_on == FOREVER
    assert kind.full(sent("regulation", cast)).last_on == date(2025, 6, 30)


def test_money_below_nothing_is_no_money(cast: Cast) -> None:
    which = kind.find("inspection")
    form = which.form({**DAY, **SENT["inspection"][0], "recovered": "-5tr"}, unit=cast["laocai-cdvc"])  # type: ignore[call-arg]
    assert not form.is_valid()
    assert "là số âm" in form.errors["recovered"][0]


@pytest.mark.parametrize("slug", ["initiative", "commendation", "party"])
def test_people_written_down_belong_to_the_union_of_their_row(slug: str, cast: Cast) -> None:
    made = sent(slug, cast)
    people = [row.person for rows in kind.rows(made).values() for row in rows if hasattr(row, "person")]
    assert [person.unit for person in people] == [cast["laocai-bao"]]
