"""Chốt số liệu: a report's figures are fixed at a moment; the book goes on."""

from datetime import date, timedelta

import pytest

from congdoan.audit.models import Event
from congdoan.base.errors import Refused
from congdoan.base.period import Period, standard_periods, today
from congdoan.ledger.figures import figure
from congdoan.ledger.indicator import find
from congdoan.records import actions as records
from congdoan.reform import actions as reform
from congdoan.reports import actions, causes, library, rendering
from congdoan.reports.kept import from_json
from congdoan.reports.models import Report
from congdoan.reports.questions import from_kept
from congdoan.reports.resolve import Live
from tests.cast import Cast
from tests.reports.book import PERIOD, UPPER, answer, begun, figure_key, frozen, gifts, issued, template
from tests.reports.papers import paper, said


def test_a_draft_gives_the_same_bytes_while_nothing_changed(cast: Cast) -> None:
    gifts(cast)
    report = begun(cast)
    first = rendering.docx(report)
    assert first == rendering.docx(Report.objects.get(pk=report.pk))
    gifts(cast, "laocai-y-te")
    assert first != rendering.docx(report)


def test_a_draft_that_is_only_looked_at_is_the_one_that_is_begun(cast: Cast) -> None:
    gifts(cast)
    looked_at = actions.unsaved(unit=cast[UPPER], period=Period.parse(PERIOD), template="half_year")
    assert rendering.docx(looked_at) == rendering.docx(begun(cast))


def test_what_comes_after_does_not_move_a_frozen_report(cast: Cast) -> None:
    first = gifts(cast)
    report = frozen(cast)
    fixed = rendering.docx(report)
    records.amend(record=first, by=None, why="ghi sót", lines={"recipients": [{"name": "A", "cash": 1}]})
    gifts(cast, "laocai-y-te")
    records.withdraw(record=first, by=None, why="ghi trùng")
    assert rendering.docx(Report.objects.get(pk=report.pk)) == fixed
    assert answer(report, figure_key("CAR-04")) == 3


def test_freezing_closes_nothing(cast: Cast) -> None:
    report = frozen(cast)
    late = gifts(cast)
    assert figure(find("CAR-04"), cast[UPPER], Period.parse(PERIOD)).value == 3
    assert [cause.record.uid for cause in causes.causes(report) if cause.record] == [late.uid]


def test_what_is_kept_is_what_the_book_knew_at_the_moment(cast: Cast) -> None:
    first = gifts(cast)
    report = frozen(cast)
    records.withdraw(record=first, by=None, why="ghi trùng")
    reform.move(unit=cast["laocai-tu-phap"], to=cast["muongkhuong-ldld"], on=date(2024, 1, 1), by=None)
    then = Live(report.unit, Period.parse(report.period), known_at=report.frozen_at)
    kept = list(report.answers.all())
    assert len(kept) > 8
    assert [from_json(row.answer) for row in kept] == [then(from_kept(row.question)) for row in kept]
    now = figure(find("CAR-04"), report.unit, Period.parse(PERIOD)).value
    assert (now, answer(report, figure_key("CAR-04"))) == (0, 3)


def test_every_printed_figure_is_kept_under_its_short_code(cast: Cast) -> None:
    gifts(cast)
    gifts(cast, on=date(2023, 2, 1))
    report = frozen(cast)
    printed = {figure.ref for figure in rendering.render(report).printed if figure.row is None}
    assert printed == {row.ref for row in report.answers.all() if row.ref}
    assert printed >= {"CAR-04", "CAR-04.2", "CAR-05", "CAR-05.2", "ORG-01", "REP-02"}


def test_figures_are_fixed_once_and_the_second_is_told(cast: Cast) -> None:
    report = begun(cast)
    same = Report.objects.get(pk=report.pk)
    actions.freeze(report=report, by=None)
    with pytest.raises(Refused, match="đã chốt rồi"):
        actions.freeze(report=report, by=None)
    with pytest.raises(Refused, match="Người khác vừa thay đổi"):
        actions.freeze(report=same, by=None)


def test_thawing_needs_a_reason_and_leaves_what_was_fixed_in_the_trail(cast: Cast) -> None:
    gifts(cast)
    report = frozen(cast)
    with pytest.raises(Refused, match="lý do"):
        actions.thaw(report=report, by=None, why="  ")
    actions.thaw(report=report, by=None, why="Còn thiếu CĐCS Báo")
    gifts(cast, "laocai-bao")
    assert (report.state, report.frozen_at, report.answers.count()) == ("draft", None, 0)
    assert "Có 06 suất quà Tết" in said(rendering.docx(report))
    trail = Event.objects.get(action="thaw", what=str(report.uid))
    assert trail.detail["figures"]["CAR-04"] == 3


def test_an_issued_report_is_not_thawed(cast: Cast) -> None:
    report = issued(cast)
    with pytest.raises(Refused, match="chưa ban hành"):
        actions.thaw(report=report, by=None, why="muốn sửa")
    assert report.state == "issued"


def test_a_template_changed_before_freezing_is_the_one_frozen_and_later_ones_change_nothing(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    gifts(cast)
    report = begun(cast)
    monkeypatch.setattr(library, "content", lambda name: paper("Mẫu mới: {{số: CAR-04}} suất."))
    actions.freeze(report=report, by=None)
    monkeypatch.setattr(library, "content", lambda name: paper("Mẫu sau nữa."))
    assert said(rendering.docx(report)).startswith("Mẫu mới: 03 suất.")
    assert said(rendering.docx(actions.issue(report=report, by=None))).startswith("Mẫu mới: 03 suất.")


def test_a_template_taken_out_of_the_choices_still_serves_what_was_begun(cast: Cast) -> None:
    name = template(cast)
    report = begun(cast, template=name)
    taken = library.find(name)
    assert taken
    library.retire(template=taken, by=None, why="")
    assert actions.freeze(report=report, by=None).state == "frozen"


def test_a_period_not_yet_over_is_fixed_up_to_the_day_of_freezing(cast: Cast) -> None:
    running = standard_periods(today())[0]
    gifts(cast, on=today())
    report = actions.freeze(report=begun(cast, period=running.code), by=None)
    fixed = rendering.docx(report)
    late = gifts(cast, "laocai-y-te", on=today())
    assert answer(report, figure_key("CAR-04", "below")) == 3
    assert rendering.docx(report) == fixed
    assert [cause.record.uid for cause in causes.causes(report) if cause.record] == [late.uid]


def test_a_comparison_in_a_period_not_yet_over_is_with_the_same_days_a_year_before(cast: Cast) -> None:
    running = standard_periods(today())[0]
    alike = running.until(today()).year_before()
    gifts(cast, on=today(), number=4)
    gifts(cast, on=alike.first, number=2)
    gifts(cast, on=alike.last + timedelta(days=1), number=5)
    report = begun(cast, period=running.code, template=template(cast, UPPER, "Quà {{so sánh: CAR-04}}."))
    assert "Quà tăng 100% so với cùng kỳ năm trước." in said(rendering.docx(report))


@pytest.mark.parametrize(
    ("period", "why"), [("2099-H1", "chưa bắt đầu"), ("1999", "không hoạt động trong kỳ")]
)
def test_a_period_without_days_of_the_union_is_refused(cast: Cast, period: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        begun(cast, period=period)


def test_of_a_period_and_template_one_report_is_under_way(cast: Cast) -> None:
    first = begun(cast)
    assert begun(cast) == first
    assert Event.objects.filter(action="begin_report").count() == 1
    actions.issue(report=actions.freeze(report=first, by=None), by=None)
    assert begun(cast) != first
