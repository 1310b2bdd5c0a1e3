"""Whatever a plan does to whatever tree: nothing is lost, what was known stays known, and it can be taken back whole."""

from datetime import date
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from congdoan.archive.state import state
from congdoan.audit import lock
from congdoan.base.period import Period
from congdoan.ledger.figures import figures
from congdoan.ledger.indicator import shown
from congdoan.ledger.verify import verify
from congdoan.org.models import Unit
from congdoan.org.queries import children
from congdoan.reform import reorganising
from congdoan.reform.checking import faults
from congdoan.reform.plan import Plan, understood
from tests.cast import Cast

pytestmark = pytest.mark.django_db
ON = date(2024, 7, 1)
H1 = Period.parse("2024-H1")
TOP = "tld"
UPPERS = ("laocai-ldld", "laocai-cdvc", "muongkhuong-ldld", "yenbai-ldld")
GRASSROOTS = ("laocai-tu-phap", "laocai-y-te", "laocai-bao", "muongkhuong-thcs", "yenbai-tu-phap")
ADDING = [one for one in shown() if one.adds in ("sum", "distinct", "balance")]
FLOWS = [one for one in ADDING if not one.stock]


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Unions founded; an upper one that ends, all under it handed on; grassroots ones that stay, move, end, merge, split."""
    gone = draw(st.sampled_from(("", *UPPERS[1:])))
    uppers = [code for code in UPPERS if code != gone]
    heir = draw(st.sampled_from(uppers))
    steps: list[dict[str, Any]] = [
        {"do": "found", "code": f"moi-{n}", "kind": "grassroots", "name": f"CĐCS Mới {n}", "under": draw(st.sampled_from(uppers))}
        for n in range(3)
    ]  # fmt: skip
    if gone:
        steps.append({"do": "move", "of": gone, "to": heir})
    for code in draw(st.permutations(GRASSROOTS))[: draw(st.integers(1, 4))]:
        steps += _fate(draw, code, uppers if not gone else [])
    if gone:
        steps.append({"do": "end", "units": gone, "to": draw(st.sampled_from((heir, "")))})
    return understood({"name": "Đợt sắp xếp", "unit": TOP, "on": ON, "step": steps})


def _fate(draw: st.DrawFn, code: str, uppers: list[str]) -> list[dict[str, Any]]:
    others = [other for other in (*GRASSROOTS, "moi-0", "moi-1") if other != code]
    what = draw(st.sampled_from(("move", "end", "handed", "merge", "split", "rename", "change")))
    if what == "move":
        return [{"do": "move", "units": code, "to": draw(st.sampled_from(uppers))}] if uppers else []
    if what == "end":
        return [{"do": "end", "units": code}]
    if what == "handed":
        return [{"do": "end", "units": code, "to": draw(st.sampled_from(others))}]
    if what == "merge":
        return [{"do": "merge", "units": [code], "into": draw(st.sampled_from(others))}]
    if what == "change":
        return [{"do": "change", "unit": code, "kind": "occupational", "code": f"{code}-khac"}]
    if what == "rename":
        return [{"do": "rename", "unit": code, "name": "CĐCS Tên mới"}]
    return [{"do": "split", "unit": code, "into": ["moi-1", "moi-2"], "keeps": draw(st.booleans())}]


def adding(code: str, **how: Any) -> dict[str, Any]:
    return {one.indicator.key: one.value for one in figures(Unit.objects.get(code=code), H1, ADDING, **how)}


def standing_tall() -> list[str]:
    return [TOP, *UPPERS]


@given(plan=plans())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_plan_loses_nothing_and_can_be_taken_back(book: Cast, plan: Plan) -> None:
    assume(not faults(plan))
    with transaction.atomic():
        seen, before = lock.now(), {code: adding(code) for code in standing_tall()}
        was = state()
        one = reorganising.carry_out(plan=plan, by=None)
        assert {code: adding(code) for code in before} == before
        assert {code: adding(code, known_at=seen) for code in before} == before
        assert verify() == []
        _now_adds_up(before[TOP])
        reorganising.take_back(one=one, by=None)
        _is_as_it_was(was)
        transaction.set_rollback(True)


def _now_adds_up(before: dict[str, Any]) -> None:
    """On the new tree history is laid over, the top has what it had, and its parts come to it."""
    top = Unit.objects.get(code=TOP)
    flows = [one for one in FLOWS if one.adds == "sum"]
    whole = {one.indicator.key: one.value for one in figures(top, H1, flows, tree=ON)}
    assert whole == {one.key: before[one.key] for one in flows}
    parts = [figures(top, H1, flows, tree=ON, scope="own")]
    parts += [figures(child, H1, flows, tree=ON) for child in children(top, ON)]
    sums = {
        one.key: sum(found[n].value or 0 for found in parts)
        for n, one in enumerate(flows)  # type: ignore[misc]
    }
    assert sums == {key: value or 0 for key, value in whole.items()}


def _is_as_it_was(was: Any) -> None:
    now = state()
    unlike = {name for name, part in now.parts.items() if was.parts.get(name) != part}
    assert unlike <= {"reform.Reorganisation"}
    assert verify() == []
