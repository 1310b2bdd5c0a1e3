"""Báo cáo cầu nối: what there was, what came, what went, what there is; also across a reform."""

import uuid
from datetime import date, timedelta

import pytest

from congdoan.audit.actions import writing
from congdoan.base.period import Period
from congdoan.org.models import Unit, UnitKind
from congdoan.reform import actions, mass, plan, reorganising
from congdoan.reform.bridging import Tally, members, unions
from tests.cast import Cast, found
from tests.reform.test_reorganising import PLAN

pytestmark = pytest.mark.django_db
Y2024, H1, H2 = Period.parse("2024"), Period.parse("2024-H1"), Period.parse("2024-H2")
BEGAN, ON = date(2020, 1, 1), date(2025, 10, 1)


def test_the_sum_of_an_giang_is_found() -> None:
    """2.956 − 2.171 = 785, with the districts ended and what goes on under the province's communes."""
    top = found("tld", "confederation", "Tổng Liên đoàn", None, BEGAN)
    province = found("an-giang", "province", "LĐLĐ tỉnh An Giang", top, BEGAN)
    districts = [found(f"huyen-{n}", "district", f"LĐLĐ huyện {n}", province, BEGAN) for n in range(18)]
    grassroots = UnitKind.objects.get(code="grassroots")
    with writing(by=None, action="found_all", alone=True) as posting:
        rows = [
            mass.Founding(uuid.uuid4(), f"cs-{n}", grassroots, f"CĐCS {n}", BEGAN, districts[n % 18].uid)
            for n in range(2956)
        ]
        mass.found_all(posting, rows)
    codes = '", "'.join(f"cs-{n}" for n in range(785, 2956))
    staying = '", "'.join(f"cs-{n}" for n in range(785))
    ended = '", "'.join(one.code for one in districts)
    said = f"""
name = "Sắp xếp An Giang"
unit = "an-giang"
on = {ON}
decision = "1/QĐ-LĐLĐ"
[[step]]
do = "found"
code = "long-xuyen"
kind = "commune"
name = "Công đoàn phường Long Xuyên"
under = "an-giang"
[[step]]
do = "move"
units = ["{staying}"]
to = "long-xuyen"
[[step]]
do = "end"
units = ["{codes}"]
[[step]]
do = "end"
units = ["{ended}"]
to = "long-xuyen"
"""
    reorganising.carry_out(plan=plan.read(said), by=None)
    told = unions(province, Period.parse("2025"))
    assert told.whole == Tally(opening=2956, ended=2171, closing=785)
    assert told.whole.gap == 0
    new = Unit.objects.get(code="long-xuyen")
    assert told.rows[new.pk] == Tally(received=785, closing=785)
    total = told.total
    assert (total.opening, total.ended, total.closing) == (2956, 2171, 785)
    assert told.within == Tally(received=-785, handed_over=-785)


def test_across_a_reform_every_line_closes(book: Cast) -> None:
    reorganising.carry_out(plan=plan.read(PLAN), by=None)
    for period in (Y2024, H1, H2):
        for unit in Unit.objects.select_related("kind"):
            for part in (unions(unit, period), members(unit, period)):
                assert part.whole.gap == 0, (unit.code, part.whole)
                assert all(row.gap == 0 for row in part.rows.values()), (unit.code, part.rows)
                within = part.within
                assert within == Tally(received=within.received, handed_over=within.received), unit.code


def test_who_ends_on_the_last_day_is_still_there_that_day(cast: Cast) -> None:
    actions.close(unit=cast["laocai-bao"], last_day=H1.last, by=None)
    above = cast["laocai-cdvc"]
    assert unions(above, H1).whole == Tally(opening=3, closing=3)
    assert unions(above, H2).whole == Tally(opening=3, ended=1, closing=2)
    evening = Period.between(H1.last, H1.last + timedelta(days=1))
    assert unions(above, evening).whole == Tally(opening=3, ended=1, closing=2)
