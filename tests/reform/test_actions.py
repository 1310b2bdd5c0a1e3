"""The verbs that change the tree, and what they refuse."""

from datetime import date

import pytest

from congdoan.audit.models import Event, Posting
from congdoan.base.errors import Refused
from congdoan.org import queries
from congdoan.org.models import Ancestry, Employer, Placement, Unit
from congdoan.reform import actions as reform
from congdoan.reform import relations
from tests.cast import BEGAN, Cast, found

APRIL = date(2024, 4, 1)


def test_a_founded_union_stands_somewhere_and_signs_with_its_name(cast: Cast) -> None:
    unit = found("laocai-moi", "grassroots", "CĐCS  Thư viện", cast["laocai-cdvc"], APRIL)
    naming = queries.naming(unit, APRIL)
    assert queries.parent(unit, APRIL) == cast["laocai-cdvc"]
    assert naming
    assert (unit.name, naming.issuer_line, naming.symbol) == ("CĐCS Thư viện", "CĐCS THƯ VIỆN", "CĐCS")


@pytest.mark.parametrize(
    ("code", "name", "on", "sentence"),
    [
        ("laocai-bao", "CĐCS mới", APRIL, "đã có công đoàn khác dùng"),
        ("moi", " ", APRIL, "Hãy ghi tên công đoàn"),
        ("moi", "CĐCS mới", date(2009, 1, 1), "không hoạt động suốt từ ngày 01/01/2009"),
    ],
)
def test_what_cannot_be_founded(cast: Cast, code: str, name: str, on: date, sentence: str) -> None:
    before = Unit.objects.count()
    with pytest.raises(Refused, match=sentence):
        found(code, "grassroots", name, cast["laocai-cdvc"], on)
    assert Unit.objects.count() == before


def test_nobody_is_founded_under_a_union_that_has_ended_since(cast: Cast) -> None:
    reform.close(unit=cast["muongkhuong-thcs"], last_day=APRIL, by=None)
    reform.close(unit=cast["muongkhuong-ldld"], last_day=APRIL, by=None)
    with pytest.raises(Refused, match="LĐLĐ huyện Mường Khương không hoạt động suốt từ ngày"):
        found("moi", "grassroots", "CĐCS mới", Unit.objects.get(code="muongkhuong-ldld"), BEGAN)


def test_a_new_name_begins_on_its_day(cast: Cast) -> None:
    unit = cast["laocai-bao"]
    reform.rename(unit=unit, on=APRIL, by=None, name="CĐCS Báo và Phát thanh, Truyền hình", symbol="CĐCSBPT")
    names = [naming.name for day in (date(2024, 3, 31), APRIL) if (naming := queries.naming(unit, day))]
    assert names == ["CĐCS Báo Lào Cai", "CĐCS Báo và Phát thanh, Truyền hình"]
    unit.refresh_from_db()
    assert unit.name_key == "cdcs bao va phat thanh, truyen hinh"


def test_a_name_written_late_lasts_until_the_next(cast: Cast) -> None:
    unit = cast["laocai-bao"]
    reform.rename(unit=unit, on=APRIL, by=None, name="Tên mới nhất")
    reform.rename(unit=unit, on=date(2020, 1, 1), by=None, name="Tên ở giữa")
    unit.refresh_from_db()
    between, now = queries.naming(unit, date(2021, 1, 1)), queries.naming(unit, APRIL)
    assert between
    assert now
    assert (between.name, now.name, unit.name) == ("Tên ở giữa", "Tên mới nhất", "Tên mới nhất")


def test_a_move_needs_a_superior_that_is_there_all_the_while(cast: Cast) -> None:
    reform.close(unit=cast["muongkhuong-thcs"], last_day=APRIL, by=None)
    reform.close(unit=cast["muongkhuong-ldld"], last_day=APRIL, by=None)
    with pytest.raises(Refused, match="không hoạt động suốt"):
        reform.move(unit=cast["laocai-bao"], to=cast["muongkhuong-ldld"], on=date(2024, 1, 1), by=None)


def test_a_move_before_the_unions_first_day_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="không hoạt động trước và trong ngày 01/01/2010"):
        reform.move(unit=cast["laocai-bao"], to=cast["yenbai-ldld"], on=BEGAN, by=None)


def test_a_refused_move_leaves_everything_as_it_was(cast: Cast) -> None:
    before = set(Ancestry.objects.values_list("pk", "unknown_at")), Posting.objects.count()
    with pytest.raises(Refused):
        reform.move(unit=cast["laocai-ldld"], to=cast["laocai-bao"], on=APRIL, by=None)
    assert (set(Ancestry.objects.values_list("pk", "unknown_at")), Posting.objects.count()) == before


def test_a_union_with_others_under_it_does_not_end(cast: Cast) -> None:
    with pytest.raises(Refused, match="còn trực thuộc"):
        reform.close(unit=cast["laocai-cdvc"], last_day=APRIL, by=None)


def test_a_union_ends_once(cast: Cast) -> None:
    reform.close(unit=cast["laocai-bao"], last_day=APRIL, by=None)
    with pytest.raises(Refused, match="đã kết thúc"):
        reform.close(unit=cast["laocai-bao"], last_day=date(2024, 6, 1), by=None)


def test_a_unions_relations_end_with_it(cast: Cast) -> None:
    relations.assign_sector(unit=cast["laocai-bao"], sector="press", on=BEGAN, by=None)
    reform.close(unit=cast["laocai-bao"], last_day=APRIL, by=None)
    end = date(2024, 4, 2)
    assert [fact.to_on for fact in cast["laocai-bao"].sectorplacements.filter(unmade=None)] == [end]
    assert [fact.to_on for fact in Placement.objects.filter(unit=cast["laocai-bao"], unmade=None)] == [end]


def test_a_union_may_end_on_the_day_its_employer_leaves(cast: Cast) -> None:
    held = cast.employers["bao-laocai"].organisings.get()
    relations.stop_organising(organising=held, on=date(2024, 4, 2), by=None)
    reform.close(unit=cast["laocai-bao"], last_day=APRIL, by=None)
    cast["laocai-bao"].refresh_from_db()
    assert cast["laocai-bao"].ended_on == date(2024, 4, 2)


def test_an_employer_is_organised_once(cast: Cast) -> None:
    with pytest.raises(Refused, match="đã thuộc CĐCS Báo Lào Cai"):
        relations.organise(unit=cast["laocai-bao"], employer=cast.employers["bao-laocai"], on=APRIL, by=None)


def test_a_day_on_which_the_union_was_not_there_is_refused(cast: Cast) -> None:
    employer = Employer.objects.create(code="x", name="X", name_key="x", from_on=BEGAN)
    with pytest.raises(Refused, match="không hoạt động ngày 01/01/2009"):
        relations.organise(unit=cast["laocai-bao"], employer=employer, on=date(2009, 1, 1), by=None)


def test_organising_ends_on_a_day_within_it(cast: Cast) -> None:
    held = cast.employers["bao-laocai"].organisings.get()
    with pytest.raises(Refused, match="nằm trong thời gian đang tổ chức"):
        relations.stop_organising(organising=held, on=BEGAN, by=None)


def test_every_change_of_the_tree_is_in_the_trail(cast: Cast) -> None:
    by = cast.users["administrator"].pk
    reform.move(unit=cast["laocai-bao"], to=cast["yenbai-ldld"], on=APRIL, by=by, why="sắp xếp lại")
    event = Event.objects.latest("id")
    posting = Posting.objects.latest("id")
    assert (event.action, event.by, event.unit) == ("move", by, "laocai-bao")
    assert (posting.why, posting.at) == ("sắp xếp lại", event.at)
