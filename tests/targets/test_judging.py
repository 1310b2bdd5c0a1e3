"""A result against a target: what is demanded, what percent was reached, when the verdict is final."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congdoan.base.period import Period
from congdoan.ledger.indicator import find
from congdoan.targets import saying
from congdoan.targets.goals import years
from congdoan.targets.judging import Part, Verdict, attainment, holds, judge, worst
from congdoan.targets.models import Target

Op, M = Target.Op, Target.Measure
amounts = st.fractions(min_value=0, max_value=10_000, max_denominator=400)
values = st.fractions(min_value=Fraction(1, 100), max_value=10_000, max_denominator=100)
ops = st.sampled_from(list(Op))


def over(*results: Fraction | int | None) -> list[Part]:
    return [Part(None if result is None else Fraction(result), True) for result in results]


@pytest.mark.parametrize(
    ("op", "value", "result", "verdict"),
    [
        (Op.AT_LEAST, 400, 400, Verdict.MET),
        (Op.AT_LEAST, 400, 518, Verdict.EXCEEDED),
        (Op.AT_LEAST, 400, 399, Verdict.NOT_MET),
        (Op.ABOVE, 85, 85, Verdict.NOT_MET),
        (Op.ABOVE, 85, Fraction(8501, 100), Verdict.EXCEEDED),
        (Op.AT_MOST, 5, 5, Verdict.MET),
        (Op.AT_MOST, 5, 3, Verdict.EXCEEDED),
        (Op.AT_MOST, 5, 6, Verdict.NOT_MET),
        (Op.EXACTLY, 0, 0, Verdict.MET),
        (Op.EXACTLY, 0, 1, Verdict.NOT_MET),
    ],
)
def test_a_result_is_held_against_what_was_demanded(
    op: str, value: int, result: Fraction | int, verdict: Verdict
) -> None:
    assert judge(op, Fraction(value), over(result)) is verdict


def test_one_person_short_of_a_share_is_short_however_it_is_printed() -> None:
    share = Fraction(100 * 84_999, 100_000)
    assert judge(Op.AT_LEAST, Fraction(85), over(share)) is Verdict.NOT_MET
    assert saying.rounded(share) == Decimal("85.00")
    assert saying.percent(attainment(Op.AT_LEAST, share, Fraction(85))) == Decimal("99.99")


def test_attainment_is_printed_as_unions_print_it() -> None:
    assert saying.percent(attainment(Op.AT_LEAST, Fraction(10_839), Fraction(9_000))) == Decimal("120.43")
    assert saying.percent(attainment(Op.AT_MOST, Fraction(4), Fraction(5))) == Decimal("125.00")
    assert attainment(Op.EXACTLY, Fraction(0), Fraction(0)) is None


def test_every_year_must_hold_and_the_worst_one_is_told() -> None:
    parts = over(90, 84, 97)
    assert judge(Op.AT_LEAST, Fraction(85), parts) is Verdict.NOT_MET
    assert worst(Op.AT_LEAST, Fraction(85), parts) == 84
    assert judge(Op.AT_LEAST, Fraction(85), over(90, 86)) is Verdict.EXCEEDED
    assert judge(Op.AT_LEAST, Fraction(85), over(90, 85)) is Verdict.MET


def test_a_year_that_failed_cannot_be_mended_and_a_missing_one_leaves_it_open() -> None:
    running = Part(Fraction(99), False)
    assert judge(Op.AT_LEAST, Fraction(85), [*over(84), running]) is Verdict.NOT_MET
    assert judge(Op.AT_LEAST, Fraction(85), [*over(86), running]) is Verdict.NOT_DUE
    assert judge(Op.AT_LEAST, Fraction(85), over(90, None)) is Verdict.NO_FIGURE


def test_what_only_grows_is_settled_once_it_is_enough_or_too_much() -> None:
    assert judge(Op.AT_LEAST, Fraction(400), [Part(Fraction(401), False, grows=True)]) is Verdict.EXCEEDED
    assert judge(Op.AT_LEAST, Fraction(400), [Part(Fraction(401), False)]) is Verdict.NOT_DUE
    assert judge(Op.EXACTLY, Fraction(0), [Part(Fraction(1), False, grows=True)]) is Verdict.NOT_MET
    assert judge(Op.EXACTLY, Fraction(0), [Part(Fraction(0), False, grows=True)]) is Verdict.NOT_DUE


@given(amounts, values)
def test_at_least_is_met_where_attainment_is_at_least_a_hundred(result: Fraction, value: Fraction) -> None:
    attained = attainment(Op.AT_LEAST, result, value)
    assert attained is not None
    verdict = judge(Op.AT_LEAST, value, over(result))
    assert verdict.reached == (attained >= 100)
    assert (verdict is Verdict.EXCEEDED) == (attained > 100)


@given(ops, amounts, values)
def test_verdict_and_printed_attainment_never_contradict_each_other(
    op: Op, result: Fraction, value: Fraction
) -> None:
    verdict, printed = judge(op, value, over(result)), saying.percent(attainment(op, result, value))
    assert verdict.reached == holds(op, result, value)
    if printed is not None and op in (Op.AT_LEAST, Op.AT_MOST):
        assert verdict.reached == (printed >= 100)


@given(ops, values, st.lists(amounts, min_size=1, max_size=6))
def test_all_years_hold_where_the_worst_one_does(op: Op, value: Fraction, results: list[Fraction]) -> None:
    parts = over(*results)
    decisive = worst(op, value, parts)
    assert decisive in results
    assert decisive is not None
    assert judge(op, value, parts).reached == holds(op, decisive, value)


def test_a_term_answers_for_the_years_whose_november_it_holds() -> None:
    term = Period.between(date(2018, 3, 1), date(2023, 2, 28))
    assert [year.code for year in years(term)] == ["2018-03-01/2018-12-31", "2019", "2020", "2021", "2022"]
    cut_short = Period.between(date(2018, 3, 1), date(2020, 6, 30))
    assert [year.first.year for year in years(cut_short)] == [2018, 2019]


@pytest.mark.parametrize(
    ("code", "op", "value", "measure", "said"),
    [
        ("MEM-05", ">=", 400, M.TOTAL, "400 người trở lên"),
        ("PRO-03", ">", 85, M.YEARLY, "trên 85%"),
        ("EMU-01", ">=", 100, M.YEARLY, "100%"),
        ("RAT-06", "=", 0, M.YEARLY, "không có"),
        ("INS-12", ">=", 1, M.EACH, "mỗi đơn vị ít nhất 01 lần"),
        ("CAR-02", ">=", 82_100_000, M.TOTAL, "82,1 triệu đồng trở lên"),
        ("COM-02", "<=", 2, M.TOTAL, "không quá 2 đơn"),
    ],
)
def test_a_demand_is_said_as_resolutions_say_it(
    code: str, op: str, value: int, measure: str, said: str
) -> None:
    target = Target(text="x", number=find(code).number, op=op, value=Decimal(value), measure=measure)
    assert saying.demand(target, target.value) == said
