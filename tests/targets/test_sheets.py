"""A union's targets judged by its figures: each sort of target, terms, pace, what was handed down, what was confirmed."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from congdoan.base.errors import Refused
from congdoan.base.period import Period
from congdoan.ledger.figures import figure
from congdoan.ledger.indicator import find
from congdoan.ledger.verify import verify
from congdoan.officers.actions import begin_term, cut_short
from congdoan.org.models import Unit
from congdoan.targets import actions, draws, queries
from congdoan.targets.judging import Verdict
from congdoan.targets.models import Target
from tests.cast import Cast, found
from tests.ledger import book
from tests.ledger.book import draw
from tests.targets.resolved import M, Op, one, resolved, target

pytestmark = pytest.mark.django_db
MK, THCS, CDVC = "muongkhuong-ldld", "muongkhuong-thcs", "laocai-cdvc"
OLD_TERM = "2013-03-01/2018-02-28"


def admitted(unit: Unit, on: date, people: int, source: int = 1) -> None:
    book.say(source, draw("members.admitted", unit, on, people))


def test_a_total_is_what_all_levels_came_to_over_the_term(cast: Cast) -> None:
    resolved(cast[MK], OLD_TERM, target("MEM-05", 400))
    admitted(cast[THCS], date(2014, 5, 1), 318, 1)
    admitted(cast[THCS], date(2018, 2, 28), 200, 2)
    admitted(cast[THCS], date(2018, 3, 1), 99, 3)
    row = one(cast[MK], OLD_TERM)
    assert (row.result, row.verdict, row.attainment_text) == (518, Verdict.EXCEEDED, "129,5%")
    assert (row.demand, row.result_text) == ("400 người trở lên", "518 người")


def test_every_year_is_held_against_the_target_by_itself(cast: Cast) -> None:
    resolved(cast[MK], OLD_TERM, target("MEM-05", 10, M.YEARLY))
    for n, people in enumerate((12, 10, 9, 15, 11)):
        admitted(cast[THCS], date(2013 + n, 6, 1), people, n)
    row = one(cast[MK], OLD_TERM)
    assert [stretch.part.result for stretch in row.stretches] == [12, 10, 9, 15, 11]
    assert (row.result, row.verdict) == (9, Verdict.NOT_MET)
    assert row.figure is not None
    assert row.figure.period.code == "2015"


def test_a_share_is_compared_by_its_parts_and_not_as_rounded(cast: Cast) -> None:
    resolved(cast[MK], "2024", target("PRO-03", 85, M.END, op=Op.ABOVE))
    book.say(1, draw("members.workers", cast[THCS], date(2020, 1, 1), 20_000))
    book.say(2, draw("propaganda.people_reached", cast[THCS], date(2024, 3, 1), 17_000))
    row = one(cast[MK], "2024")
    assert (row.verdict, row.result_text) == (Verdict.NOT_MET, "85% (17.000/20.000)")
    book.say(3, draw("propaganda.people_reached", cast[THCS], date(2024, 4, 1), 1))
    assert one(cast[MK], "2024").verdict is Verdict.EXCEEDED


def test_a_stock_is_what_stands_at_the_end(cast: Cast) -> None:
    resolved(cast[MK], "2024", target("MEM-03", 100, M.END))
    book.say(1, draw("members.workers", cast[THCS], date(2015, 1, 1), 120))
    book.say(2, draw("members.workers", cast[THCS], date(2024, 12, 1), -30))
    assert (one(cast[MK], "2024").result, one(cast[MK], "2024").verdict) == (90, Verdict.NOT_MET)


def test_none_means_none(cast: Cast) -> None:
    resolved(cast[MK], "2024", target("COM-02", 7, M.NONE))
    book.say(1, draw("complaints.petitions", cast[THCS], date(2023, 5, 5), 1))
    row = one(cast[MK], "2024")
    assert (row.verdict, row.attainment, row.demand) == (Verdict.MET, None, "không có")
    book.say(2, draw("complaints.petitions", cast[THCS], date(2024, 5, 5), 1))
    assert one(cast[MK], "2024").verdict is Verdict.NOT_MET


def test_each_union_below_must_do_it_and_who_lags_is_named(cast: Cast) -> None:
    resolved(cast[CDVC], "2024", target("CAR-01", 2, M.EACH))
    book.say(1, draw("care.visits", cast["laocai-tu-phap"], date(2024, 2, 2), 3))
    book.say(2, draw("care.visits", cast["laocai-y-te"], date(2024, 2, 2), 2))
    row = one(cast[CDVC], "2024")
    assert (row.result, row.verdict) == (0, Verdict.NOT_MET)
    assert [unit.code for unit in row.lagging] == ["laocai-bao"]
    assert row.sentence == "Còn 01 đơn vị: CĐCS Báo Lào Cai."


def test_an_inspection_counts_for_the_union_inspected(cast: Cast) -> None:
    resolved(cast[CDVC], "2024", target("INS-12", 1, M.EACH))
    for n, code in enumerate(("laocai-tu-phap", "laocai-y-te", "laocai-y-te")):
        inspected = cast[code].pk
        book.say(n, draw("inspection.least_inspections", cast[CDVC], date(2024, 3, n + 1), 1, inspected))
    row = one(cast[CDVC], "2024")
    assert ([unit.code for unit in row.lagging], row.result) == (["laocai-bao"], 0)


def test_what_no_figure_answers_is_said_by_hand_with_its_reason(cast: Cast) -> None:
    (promise,) = resolved(cast[MK], "2024", target("", 1, text="Xây nhà văn hóa")).targets.all()
    assert one(cast[MK], "2024").verdict is Verdict.NO_FIGURE
    with pytest.raises(Refused, match="căn cứ"):
        actions.answer(target=promise, met=True, on=date(2024, 9, 2), reason=" ", by=None)
    actions.answer(target=promise, met=False, on=date(2024, 9, 2), reason="Chưa có đất", by=None)
    actions.answer(target=promise, met=True, on=date(2024, 11, 2), reason="Biên bản bàn giao", by=None)
    row = one(cast[MK], "2024")
    assert (row.verdict, row.result_text, row.sentence) == (Verdict.MET, "có", "Biên bản bàn giao")


def test_a_term_cut_short_is_judged_to_its_last_day(cast: Cast) -> None:
    term = begin_term(unit=cast[MK], number="V", on=date(2018, 3, 1), by=None)
    resolved(cast[MK], "2018-03-01/2023-02-28", target("MEM-05", 400), term=term)
    admitted(cast[THCS], date(2019, 6, 1), 390, 1)
    admitted(cast[THCS], date(2022, 6, 1), 60, 2)
    assert one(cast[MK], "2018-03-01/2023-02-28").verdict is Verdict.EXCEEDED
    cut_short(term=term, on=date(2020, 7, 1), by=None, why="Nghị quyết sắp xếp")
    row = one(cast[MK], "2018-03-01/2023-02-28")
    assert (row.result, row.verdict) == (390, Verdict.NOT_MET)
    assert row.goal.days.last == date(2020, 6, 30)


def test_while_it_runs_it_is_not_due_and_the_forecast_says_whether_it_will_do(cast: Cast) -> None:
    resolved(cast[MK], "2024", target("MEM-05", 120))
    admitted(cast[THCS], date(2024, 2, 1), 20, 1)
    row = one(cast[MK], "2024", on=date(2024, 3, 31))
    assert row.pace is not None
    assert (row.verdict, row.pace.gone, row.pace.forecast) == (
        Verdict.NOT_DUE,
        Fraction(91, 366),
        Fraction(20 * 366, 91),
    )
    assert (row.late, "sẽ không đạt" in row.sentence) == (True, True)


def test_a_year_goes_as_the_year_before_went(cast: Cast) -> None:
    resolved(cast[MK], "2024", target("MEM-05", 100))
    admitted(cast[THCS], date(2023, 2, 1), 60, 1)
    admitted(cast[THCS], date(2023, 9, 1), 20, 2)
    admitted(cast[THCS], date(2024, 2, 1), 60, 3)
    row = one(cast[MK], "2024", on=date(2024, 6, 30))
    assert row.pace is not None
    assert (row.pace.due, row.pace.forecast, row.pace.will) == (Fraction(3, 4), 80, False)


def test_amending_keeps_what_the_target_was(cast: Cast) -> None:
    (first,) = resolved(cast[MK], "2024", target("MEM-05", 100)).targets.all()
    before = timezone.now()
    with pytest.raises(Refused, match="văn bản"):
        actions.amend_target(target=first, by=None, why="", **target("MEM-05", 80))
    after = actions.amend_target(target=first, by=None, why="Công văn 12/LĐLĐ", **target("MEM-05", 80))
    assert one(cast[MK], "2024").goal.value == 80
    (known,) = queries.sheet(cast[MK], Period.parse("2024"), known_at=before)
    assert known.goal.value == 100
    assert (after.follows, Target.objects.count()) == (first, 2)


def test_handed_down_it_stands_beside_the_unions_own(cast: Cast) -> None:
    resolution = resolved(cast[CDVC], "2024", target("MEM-05", 10))
    (own,) = resolution.targets.all()
    shares = {(own, cast["laocai-tu-phap"]): 8, (own, cast["laocai-y-te"]): 4}
    actions.assign(resolution=resolution, number="15/CĐ", signed_on=date(2024, 1, 5), handed=shares, by=None)
    admitted(cast["laocai-tu-phap"], date(2024, 2, 2), 8)
    (row,) = queries.assigned(cast["laocai-tu-phap"], Period.parse("2024"))
    assert (row.goal.value, row.verdict, row.unit) == (8, Verdict.MET, cast["laocai-tu-phap"])
    (told,) = queries.handed_down(resolution)
    assert (told.total, told.text) == (12, "giao 12, nghị quyết 10")
    with pytest.raises(Refused, match="không trực thuộc"):
        actions.assign(
            resolution=resolution,
            number="16",
            signed_on=date(2024, 1, 5),
            handed={(own, cast[MK]): 1},
            by=None,
        )


def test_a_confirmed_year_is_a_figure_and_the_book_agrees(cast: Cast) -> None:
    resolution = resolved(cast[CDVC], "2024", target("MEM-05", 10), target("COM-02", 0, M.NONE))
    admitted(cast["laocai-tu-phap"], date(2024, 2, 2), 9)
    actions.confirm(resolution=resolution, by=None)
    share = figure(find("EMU-12"), cast[CDVC], Period.parse("2024"))
    assert (share.num, share.den, share.value) == (1, 2, Decimal("50.00"))
    assert figure(find("MEM-12"), cast[CDVC], Period.parse("2024")).value == Decimal("90.00")
    assert verify() == []


def test_a_year_not_over_cannot_be_confirmed(cast: Cast) -> None:
    last = timezone.localdate() + timedelta(days=3)
    days = Period.between(last - timedelta(days=9), last)
    resolution = resolved(cast[CDVC], days, target("MEM-05", 10))
    with pytest.raises(Refused, match="mới hết hạn"):
        actions.confirm(resolution=resolution, by=None)
    assert resolution.confirmations.count() == 0


def test_over_a_term_its_own_target_counts_whatever_its_years_set(cast: Cast) -> None:
    term = begin_term(unit=cast[MK], number="IV", on=date(2013, 3, 1), by=None)
    resolved(cast[MK], OLD_TERM, target("ORG-02", 5), term=term)
    resolved(cast[MK], "2014", target("ORG-02", 2))
    for n in range(5):
        found(f"moi-{n}", "grassroots", f"CĐCS mới {n}", cast[MK], date(2014, 3, 1 + n))
    assert figure(find("ORG-14"), cast[MK], Period.parse(OLD_TERM)).value == Decimal("100.00")
    assert figure(find("ORG-14"), cast[MK], Period.parse("2014")).value == Decimal("250.00")
    assert verify() == []


class Drawn(TestCase):
    """Whatever a term and its years set, the figure over the term is the term's."""

    @settings(max_examples=20)
    @given(st.integers(1, 900), st.lists(st.integers(1, 400), max_size=4))
    def test_the_years_never_change_what_the_term_set(self, whole: int, years: list[int]) -> None:
        union = found("mk", "district", "LĐLĐ huyện", None)
        term = begin_term(unit=union, number="IV", on=date(2013, 3, 1), by=None)
        resolved(union, OLD_TERM, target("MEM-05", whole), term=term)
        for n, value in enumerate(years):
            resolved(union, str(2014 + n), target("MEM-05", value))
        assert sum(drawn.quantity for drawn in draws.of_union(union)) == whole


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (target("MEM-05", 10, text=" "), "nội dung chỉ tiêu"),
        (target("PRO-03", 120), "không thể quá 100%"),
        (target("MEM-05", -1), "nhỏ hơn 0"),
        ({**target("MEM-05", 1), "value": Decimal("1.5")}, "số nguyên"),
        ({**target("MEM-05", 1), "number": 9_999}, "không có mục số liệu"),
    ],
)
def test_a_target_that_cannot_be_is_refused_and_nothing_is_half_done(
    cast: Cast, said: dict[str, object], sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        resolved(cast[MK], "2024", target("CAR-01", 5), said)
    assert Target.objects.count() == 0
