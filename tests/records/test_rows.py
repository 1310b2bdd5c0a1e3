"""Rows that name employers, unions and people, as they are typed."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.fields import FOREVER
from congdoan.org.models import Unit
from congdoan.records.rows import EmployerLineForm, PersonAtUnionForm, UnionLineForm
from congdoan.records.spans import LastDayField
from tests.cast import Cast, found
from tests.records.said import member


def union_of(cast: Cast, at: str, typed: str) -> Unit | str:
    """The union a row names, or what the form says of it."""
    form = UnionLineForm({"union": typed}, unit=cast[at])
    return form.cleaned_data["union"] if form.is_valid() else form.errors["union"][0]


@pytest.mark.parametrize("typed", ["CĐCS Báo Lào Cai", "cdcs bao lao cai", "  báo ", "laocai-bao"])
def test_a_union_is_named_with_or_without_accents_in_part_or_by_its_code(cast: Cast, typed: str) -> None:
    assert union_of(cast, "laocai-cdvc", typed) == cast["laocai-bao"]


def test_what_fits_several_is_asked_again(cast: Cast) -> None:
    answer = union_of(cast, "laocai-cdvc", "so")
    assert isinstance(answer, str)
    assert answer.startswith(
        "“so” có thể là CĐCS Sở Tư pháp (laocai-tu-phap), CĐCS Văn phòng Sở Y tế (laocai-y-te)"
    )


def test_a_whole_name_wins_over_a_longer_one(cast: Cast) -> None:
    longer = found("laocai-bao-2", "grassroots", "CĐCS Báo Lào Cai điện tử", cast["laocai-cdvc"])
    assert union_of(cast, "laocai-cdvc", "CĐCS Báo Lào Cai") == cast["laocai-bao"]
    assert union_of(cast, "laocai-cdvc", "điện tử") == longer


def test_unions_of_other_branches_are_not_there(cast: Cast) -> None:
    assert union_of(cast, "laocai-cdvc", "CĐCS Sở Tư pháp Yên Bái") == (
        "Không thấy công đoàn “CĐCS Sở Tư pháp Yên Bái”; hãy chọn lại trong danh sách."
    )
    assert union_of(cast, "laocai-cdvc", "") == "Chưa ghi công đoàn."


def test_a_grassroots_union_names_itself_unasked(cast: Cast) -> None:
    assert union_of(cast, "laocai-y-te", "") == cast["laocai-y-te"]
    assert UnionLineForm(unit=cast["laocai-y-te"]).fields["union"].widget.is_hidden


def test_the_only_employer_of_a_union_is_there_already(cast: Cast) -> None:
    assert EmployerLineForm(unit=cast["laocai-y-te"]).fields["employer"].initial == cast.employers["so-y-te"]
    assert EmployerLineForm(unit=cast["laocai-cdvc"]).fields["employer"].initial is None
    form = EmployerLineForm({"employer": "sở y tế tỉnh"}, unit=cast["laocai-cdvc"])
    assert form.is_valid()
    assert form.values() == {"employer": cast.employers["so-y-te"]}


def test_a_row_left_as_it_was_is_unchanged(cast: Cast) -> None:
    unit = cast["laocai-y-te"]
    form = EmployerLineForm(
        {"employer": "Sở Y tế tỉnh Lào Cai"}, unit=unit, empty_permitted=True, use_required_attribute=False
    )
    assert not form.has_changed()


@pytest.mark.parametrize(("typed", "at"), [("", "laocai-bao"), ("CĐCS Sở Tư pháp", "laocai-tu-phap")])
def test_a_person_stands_at_their_own_union_unless_another_is_named(cast: Cast, typed: str, at: str) -> None:
    person = member(cast["laocai-bao"], "Trần Văn An")
    form = PersonAtUnionForm({"person": str(person.uid), "union": typed}, unit=cast["laocai-cdvc"])
    assert form.is_valid()
    assert (form.values()["person"], form.values()["union"]) == (person, cast[at])


def test_a_name_without_a_union_is_of_the_union_that_writes(cast: Cast) -> None:
    form = PersonAtUnionForm({"name": "Lù A Páo"}, unit=cast["laocai-cdvc"])
    assert form.is_valid()
    assert form.values()["union"] == cast["laocai-cdvc"]


@pytest.mark.parametrize(
    ("typed", "kept"), [("", FOREVER), ("30/06/2024", date(2024, 6, 30)), (None, FOREVER)]
)
def test_no_last_day_is_no_end(typed: Any, kept: date) -> None:
    assert LastDayField(label="Đến hết ngày").clean(typed) == kept
    assert LastDayField(label="Đến hết ngày").prepare_value(FOREVER) is None
