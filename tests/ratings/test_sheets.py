"""A union scores itself, its superior verifies: both are kept, the sum and the level follow, what was found counts."""

from datetime import date

import pytest

from congdoan.base.errors import Refused
from congdoan.ledger.verify import verify as recomputed
from congdoan.officers.groups import form_group
from congdoan.ratings import actions
from congdoan.ratings.models import Scheme, Sheet
from congdoan.records import actions as records
from congdoan.records.gradings import lately_changed
from congdoan.records.kinds.rating import RatedGroup, RatedUnion
from congdoan.reform import relations
from tests.cast import Cast, found
from tests.ratings.acts import SENT_ON, UNIT, UPPER, points, scheme, scored, sent, verified
from tests.records.said import value

pytestmark = pytest.mark.django_db
EXCELLENT = "ratings.unions_excellent"


def test_both_scores_are_kept_and_only_what_was_found_counts(cast: Cast) -> None:
    sheet = sent(cast, 40, 20, "35,5".replace(",", "."))
    assert (sheet.state, sheet.self_grade) == ("sent", "excellent")
    assert value(EXCELLENT, cast[UPPER], "2024") in (None, 0)
    done = verified(sheet, 30, 20, 35)
    assert (done.state, done.self_grade, done.grade) == ("verified", "excellent", "good")
    row = RatedUnion.objects.get(record=done.found)
    assert (row.self_score, row.self_grade, row.score, row.grade) == ("95,5", "excellent", "85", "good")
    assert value("ratings.unions_good_or_better", cast[UPPER], "2024") == 1
    assert [str(mark.self_points) for mark in sheet.marks.all()] == ["40.00", "20.00", "35.50"]
    assert recomputed() == []


def test_verified_again_the_figure_follows_and_the_record_says_why(cast: Cast) -> None:
    sheet = verified(sent(cast, 40, 20, 35), 30, 20, 35)
    again = verified(sheet, 40, 20, 35)
    assert (again.grade, again.found.pk, again.found.version) == ("excellent", sheet.found.pk, 2)
    assert value(EXCELLENT, cast[UPPER], "2024") == 1
    with pytest.raises(Refused, match="bảng chấm điểm"):
        records.withdraw(record=again.found, by=None, why="Thử")


def test_a_sheet_half_scored_waits_and_one_sent_is_given_back_with_a_reason(cast: Cast) -> None:
    sheet = scored(cast, 40)
    with pytest.raises(Refused, match="Tiêu chí 2 chưa có điểm"):
        actions.send(sheet=sheet, on=SENT_ON, by=None)
    actions.score(scheme=sheet.scheme, unit=cast[UNIT], year=2024, points=points(40, 20, 35), by=None)
    actions.send(sheet=sheet, on=SENT_ON, by=None)
    with pytest.raises(Refused, match="chờ thẩm định"):
        actions.score(scheme=sheet.scheme, unit=cast[UNIT], year=2024, points=points(1), by=None)
    back = actions.give_back(sheet=sheet, why="Thiếu minh chứng", by=None)
    assert (back.state, back.returned_why) == ("returned", "Thiếu minh chứng")
    actions.score(scheme=sheet.scheme, unit=cast[UNIT], year=2024, points=points(30), by=None)
    once_more = actions.send(sheet=sheet, on=SENT_ON, by=None)
    assert (once_more.self_grade, once_more.own.version) == ("good", 2)


def test_without_limits_people_choose_the_level(cast: Cast) -> None:
    sheet = scored(cast, 40, 20, 35, scheme=scheme(cast, limits=[""]))
    with pytest.raises(Refused, match="hãy chọn mức"):
        actions.send(sheet=sheet, on=SENT_ON, by=None)
    with pytest.raises(Refused, match="xếp theo các mức"):
        actions.send(sheet=sheet, on=SENT_ON, by=None, grade="strong")
    assert actions.send(sheet=sheet, on=SENT_ON, by=None, grade="good").self_grade == "good"


def test_a_union_too_young_or_more_points_than_there_are_is_refused(cast: Cast) -> None:
    young = found("laocai-moi", "grassroots", "CĐCS Mới", cast[UPPER], on=date(2024, 3, 1))
    with pytest.raises(Refused, match="chưa đủ 12 tháng"):
        actions.score(scheme=scheme(cast), unit=young, year=2024, points=points(1), by=None)
    with pytest.raises(Refused, match="Tiêu chí 2: điểm từ 0 đến 20"):
        scored(cast, 40, 21, scheme=Scheme.objects.get(unit=cast[UPPER]))
    assert not Sheet.objects.exists()


def test_workers_taken_over_less_than_six_months_before_are_told(cast: Cast) -> None:
    organising = cast[UNIT].organisings.get()
    relations.stop_organising(organising=organising, on=date(2024, 9, 1), by=None, why="sáp nhập")
    relations.organise(unit=cast["laocai-y-te"], employer=organising.employer, on=date(2024, 9, 1), by=None)
    assert "chưa đủ 6 tháng" in lately_changed(cast["laocai-y-te"], 2024)
    assert lately_changed(cast["laocai-y-te"], 2025) == lately_changed(cast["laocai-tu-phap"], 2024) == ""


def test_a_group_is_verified_by_its_own_union(cast: Cast) -> None:
    group = form_group(unit=cast[UNIT], sort="group", name="Tổ Phóng viên", on=date(2020, 1, 1), by=None)
    sheet = sent(cast, 40, 20, 35, scheme=scheme(cast, rated="group"), group=group)
    assert sheet.own is None
    assert verified(sheet, 40, 20, 30).found.unit == cast[UNIT]
    assert RatedGroup.objects.get().grade == "excellent"


def test_a_newer_scheme_ends_the_one_of_its_name_and_keeps_its_sheets(cast: Cast) -> None:
    old = scored(cast, 40).scheme
    new = scheme(cast, first_year=2025, text="Chăm lo; 100")
    old.refresh_from_db()
    assert (old.last_year, new.years) == (2024, "từ 2025")
    with pytest.raises(Refused, match="đã áp dụng từ năm 2025"):
        scheme(cast, first_year=2025)
    with pytest.raises(Refused, match="áp dụng 2020–2024"):
        scored(cast, 40, year=2025, scheme=old)


def test_the_sheet_of_groups_of_2015_adds_up_to_a_hundred(db: None) -> None:
    common = Scheme.objects.get(unit=None)
    assert (common.rated, common.years, sum(one.most for one in common.criteria.all())) == (
        "group",
        "2015–2018",
        100,
    )
