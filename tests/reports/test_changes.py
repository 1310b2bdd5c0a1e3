"""What moved since a report's figures were fixed, because of what; and which reports counted a record."""

from datetime import date
from typing import Any

from congdoan.records import actions as records
from congdoan.records.record import Record
from congdoan.reform import actions as reform
from congdoan.reform import relations
from congdoan.reports import actions, causes, changes, counting
from congdoan.reports.models import Report
from tests.cast import Cast, care
from tests.reports.book import PERIOD, UPPER, begun, frozen, gifts, template


def moved(report: Report) -> dict[str, tuple[Any, Any]]:
    """Was and is, of every figure that moved."""
    return {c.ref: (c.before.value, c.now.value) for c in changes.changed_since(report) if c.moved}


def told(report: Report) -> list[tuple[str, str]]:
    return [(cause.told, cause.why) for cause in causes.causes(report)]


def reports_of(record: Record) -> list[Report]:
    return list(counting.counted_by(record))


def test_nothing_has_changed_at_first(cast: Cast) -> None:
    gifts(cast)
    report = frozen(cast)
    assert (changes.changed_since(report), causes.causes(report)) == ([], [])


def test_late_amended_and_withdrawn_records_show_with_their_reasons(cast: Cast) -> None:
    amended, withdrawn = gifts(cast), gifts(cast, "laocai-y-te")
    report = frozen(cast)
    rows = [{"name": f"Lý Thị Thử {n}", "cash": 500_000} for n in range(5)]
    records.amend(
        record=amended, by=cast.users["chair"].pk, why="ghi sót hai người", lines={"recipients": rows}
    )
    records.withdraw(record=withdrawn, by=None, why="ghi trùng")
    late = gifts(cast, "laocai-bao", number=1)
    assert "CAR-04" not in moved(report)  # 3 + 3 then, 5 + 1 now
    assert told(report) == [("Ghi thêm", ""), ("Hủy", "ghi trùng"), ("Sửa", "ghi sót hai người")]
    came = causes.causes(report)
    assert [c.record.uid for c in came if c.record] == [late.uid, withdrawn.uid, amended.uid]
    assert came[2].by == cast.users["chair"].pk


def test_a_figure_that_moved_says_what_it_was_and_is(cast: Cast) -> None:
    gifts(cast)
    report = frozen(cast)
    gifts(cast, "laocai-y-te", number=2)
    assert moved(report)["CAR-04"] == (3, 5)
    change = next(c for c in changes.changed_since(report) if c.ref == "CAR-04")
    assert (change.was_text, change.now_text) == ("3 suất", "5 suất")
    assert "laocai-y-te" in change.parts


def test_a_comparison_that_moved_says_so_in_its_own_words(cast: Cast) -> None:
    gifts(cast)
    gifts(cast, on=date(2023, 2, 1))
    report = frozen(cast)
    gifts(cast, on=date(2023, 2, 2))
    change = next(c for c in changes.changed_since(report) if c.ref == "CAR-05.2")
    assert change.was_text == "bằng cùng kỳ năm trước"
    assert change.now_text == "giảm 50% so với cùng kỳ năm trước"
    assert told(report) == [("Ghi thêm", "")]


def test_parts_may_change_places_while_the_whole_stays(cast: Cast) -> None:
    gifts(cast)
    there = gifts(cast, "laocai-y-te")
    report = frozen(cast)
    records.withdraw(record=there, by=None, why="của CĐCS Báo")
    gifts(cast, "laocai-bao")
    change = next(c for c in changes.changed_since(report) if c.ref == "CAR-04")
    assert not change.moved
    assert set(change.parts) == {"laocai-y-te", "laocai-bao"}


def test_what_stands_in_no_figure_of_the_report_is_no_cause(cast: Cast) -> None:
    report = frozen(cast, "Có {{số: CAR-04 | lọc = đối tượng nhận: con đoàn viên}} suất")
    gifts(cast)
    gifts(cast, on=date(2024, 7, 1))
    gifts(cast, "muongkhuong-thcs")
    care(
        cast["laocai-bao"],
        cast.funds["laocai-xa-hoi"],
        date(2024, 3, 1),
        programme="visit",
        occasion="illness",
    )
    assert told(report) == []


def test_moves_and_foundings_are_causes_too(cast: Cast) -> None:
    gifts(cast)
    report = frozen(cast)
    unit, other = cast["laocai-tu-phap"], cast["muongkhuong-ldld"]
    reform.move(unit=unit, to=other, on=date(2024, 1, 1), by=None, why="theo Đề án 12")
    assert moved(report)["CAR-04"] == (3, 0)
    assert moved(report)["ORG-01"] == (3, 2)
    assert [(c.title, c.told, c.why) for c in causes.causes(report)] == [
        ("CĐCS Sở Tư pháp", "Chuyển nơi trực thuộc", "theo Đề án 12")
    ]


def test_a_move_after_the_period_is_no_cause(cast: Cast) -> None:
    gifts(cast)
    report = frozen(cast)
    reform.move(unit=cast["laocai-tu-phap"], to=cast["muongkhuong-ldld"], on=date(2024, 7, 1), by=None)
    relations.stop_organising(organising=cast["laocai-bao"].organisings.get(), on=date(2024, 7, 1), by=None)
    assert (moved(report), told(report)) == ({}, [])


def test_a_share_moves_with_its_whole(cast: Cast) -> None:
    report = frozen(cast, "{{tỷ lệ: REP-02 | dạng = cả hai}} cơ quan họp.")
    organising = cast["laocai-bao"].organisings.get()
    relations.stop_organising(organising=organising, on=date(2024, 2, 1), by=None, why="giải thể")
    change = next(iter(changes.changed_since(report)))
    assert (change.before.den, change.now.den) == (3, 2)
    assert told(report) == [("Thôi phụ trách cơ quan, đơn vị", "giải thể")]


def test_a_record_is_counted_by_the_reports_fixed_after_it(cast: Cast) -> None:
    first = gifts(cast)
    report = frozen(cast)
    second = gifts(cast)
    assert reports_of(first) == [report]
    assert reports_of(second) == []


def test_counted_at_every_level_above_and_nowhere_beside(cast: Cast) -> None:
    own = template(cast, "tld")
    fixed = {
        at: actions.freeze(report=begun(cast, at, template=own), by=None)
        for at in ("laocai-y-te", "yenbai-ldld")
    }
    record = gifts(cast)
    fixed |= {
        at: actions.freeze(report=begun(cast, at, template=own), by=None)
        for at in ("laocai-tu-phap", UPPER, "laocai-ldld", "muongkhuong-ldld")
    }
    assert {r.unit.code for r in reports_of(record)} == {"laocai-tu-phap", UPPER, "laocai-ldld"}


def test_counted_where_the_union_stood_on_the_day(cast: Cast) -> None:
    record = gifts(cast)
    reform.move(unit=cast["laocai-tu-phap"], to=cast["muongkhuong-ldld"], on=date(2024, 4, 1), by=None)
    own = template(cast, "laocai-ldld")
    before, after = (
        actions.freeze(report=begun(cast, at, template=own), by=None) for at in (UPPER, "muongkhuong-ldld")
    )
    assert reports_of(record) == [before]
    assert reports_of(gifts(cast, on=date(2024, 5, 1))) == []
    assert after.state == "frozen"


def test_counted_only_in_days_and_breakdowns_the_report_asks_for(cast: Cast) -> None:
    cash, child = (
        gifts(cast),
        care(
            cast["laocai-bao"],
            cast.funds["laocai-xa-hoi"],
            date(2024, 2, 1),
            lines=[{"name": "Cháu Bé", "relation": "child", "cash": 300_000}],
        ),
    )
    report = frozen(cast, "Có {{số: CAR-04 | lọc = đối tượng nhận: con đoàn viên}} suất.")
    assert (reports_of(cash), reports_of(child)) == ([], [report])
    year = actions.freeze(
        report=begun(
            cast, period="2025-H1", template=template(cast, "laocai-ldld", "{{số: CAR-04 | kỳ = năm trước}}")
        ),
        by=None,
    )
    late = actions.freeze(report=begun(cast, period="2024-H2", template=year.template), by=None)
    assert set(reports_of(cash)) == {year}
    assert late not in reports_of(cash)


def test_a_record_taken_back_before_the_moment_was_not_counted_one_taken_back_later_was(cast: Cast) -> None:
    early, later = gifts(cast), gifts(cast, "laocai-y-te")
    records.withdraw(record=early, by=None, why="ghi trùng")
    report = frozen(cast)
    records.withdraw(record=later, by=None, why="ghi trùng")
    assert (reports_of(early), reports_of(later)) == ([], [report])


def test_the_report_of_another_period_is_not_asked(cast: Cast) -> None:
    record = gifts(cast)
    other = actions.freeze(report=begun(cast, period="2023-H1"), by=None)
    this = actions.freeze(report=begun(cast, period=PERIOD), by=None)
    assert reports_of(record) == [this]
    assert other.state == "frozen"
