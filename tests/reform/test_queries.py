"""The tree as it changed: who stood where on a day, what changed when."""

from datetime import date

import pytest

from congdoan.reform import actions as reform
from congdoan.reform import queries
from tests.cast import BEGAN, Cast, found

pytestmark = pytest.mark.django_db
SPRING, SUMMER = date(2024, 3, 1), date(2024, 6, 1)


def happened(cast: Cast, until: date, unit: str = "laocai-ldld") -> list[tuple[date, str, list[str]]]:
    changes = queries.changes(cast[unit], until)
    return [(change.on, change.what, [one.code for one in change.units]) for change in changes]


def test_branches_are_those_of_the_day_with_the_grassroots_under_them(cast: Cast) -> None:
    reform.move(unit=cast["laocai-bao"], to=cast["muongkhuong-ldld"], on=SPRING, by=None)
    before, after = (queries.branches(cast["laocai-ldld"], on) for on in (BEGAN, SPRING))
    assert [(one.unit.code, one.grassroots) for one in before] == [
        ("laocai-cdvc", 3),
        ("muongkhuong-ldld", 1),
    ]
    assert [(one.unit.code, one.grassroots) for one in after] == [("laocai-cdvc", 2), ("muongkhuong-ldld", 2)]


def test_a_book_begins_with_unions_founded(cast: Cast) -> None:
    ((on, what, units),) = happened(cast, SPRING)
    assert (on, what, len(units)) == (BEGAN, "thành lập", 7)


def test_every_verb_is_told_on_its_day_the_newest_first(cast: Cast) -> None:
    reform.move(unit=cast["laocai-bao"], to=cast["muongkhuong-ldld"], on=SPRING, by=None)
    reform.rename(unit=cast["laocai-y-te"], on=SUMMER, by=None, name="CĐCS Cơ quan Sở Y tế")
    reform.rename(unit=cast["laocai-tu-phap"], on=SUMMER, by=None, signer_name="Lý Văn Ký")
    reform.close(unit=cast["laocai-bao"], last_day=date(2024, 8, 31), by=None)
    found("laocai-moi", "grassroots", "CĐCS Mới", cast["laocai-cdvc"], date(2024, 9, 2))
    assert happened(cast, date(2024, 12, 31))[:5] == [
        (date(2024, 9, 2), "thành lập", ["laocai-moi"]),
        (date(2024, 8, 31), "kết thúc hoạt động", ["laocai-bao"]),
        (SUMMER, "đổi cách ký", ["laocai-tu-phap"]),
        (SUMMER, "đổi tên", ["laocai-y-te"]),
        (SPRING, "chuyển cấp trên", ["laocai-bao"]),
    ]


def test_what_comes_later_is_not_told_yet(cast: Cast) -> None:
    reform.move(unit=cast["laocai-bao"], to=cast["muongkhuong-ldld"], on=SUMMER, by=None)
    assert [what for _, what, _ in happened(cast, SPRING)] == ["thành lập"]


def test_the_tree_begins_and_ends_with_its_changes(cast: Cast) -> None:
    reform.rename(unit=cast["laocai-bao"], on=SUMMER, by=None, signer_name="Lý Văn Ký")
    assert queries.began_and_ended(cast["laocai-ldld"]) == (BEGAN, SUMMER)


def test_a_union_that_left_belongs_to_what_happened_there(cast: Cast) -> None:
    reform.move(unit=cast["laocai-bao"], to=cast["muongkhuong-ldld"], on=SPRING, by=None)
    assert (SPRING, "chuyển cấp trên", ["laocai-bao"]) in happened(cast, SUMMER, "laocai-cdvc")


def test_many_at_once_are_named_up_to_a_few(cast: Cast) -> None:
    (change,) = queries.changes(cast["laocai-ldld"], SPRING)
    assert (len(change.named), change.more) == (6, 1)
