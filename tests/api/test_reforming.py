"""A reform by a program: the plan looked at, carried out, taken back; only for who administers the union."""

import pytest

from congdoan.org.models import Unit
from tests.api.program import program, said
from tests.cast import Cast
from tests.reform.planned import STEPS

pytestmark = pytest.mark.django_db
PLAN = {"name": "Sắp xếp", "on": "2024-07-01", "step": STEPS}
AT = "/units/laocai-ldld/reforms"


def test_planned_seen_carried_out_taken_back(cast: Cast) -> None:
    mine = program(cast, "administrator")
    uid = said(mine.send(AT, PLAN))["uid"]
    seen = said(mine.send(f"/reforms/{uid}/preview", {}))
    assert (seen["faults"], seen["unlike"], seen["told"]["ended"]) == ([], [], 1)
    assert [one["unit"] for one in seen["endings"]] == ["muongkhuong-ldld"]
    assert not Unit.objects.filter(code="muong-khuong-xa").exists()
    said(mine.send(f"/reforms/{uid}/carry-out", {}))
    assert Unit.objects.filter(code="muong-khuong-xa").exists()
    assert said(mine.get(f"/reforms/{uid}"))["state"] == "done"
    said(mine.send(f"/reforms/{uid}/take-back", {"why": "chưa đến ngày"}))
    assert said(mine.get(AT))["items"][0]["state"] == "back"
    assert not Unit.objects.filter(code="muong-khuong-xa").exists()


def test_what_stands_against_it_is_told_and_nothing_is_written(cast: Cast) -> None:
    mine = program(cast, "administrator")
    uid = said(mine.send(AT, {**PLAN, "step": [{"do": "end", "units": ["muongkhuong-ldld"]}]}))["uid"]
    assert "sẽ không còn cấp trên" in said(mine.send(f"/reforms/{uid}/preview", {}))["faults"][0]
    error = said(mine.send(f"/reforms/{uid}/carry-out", {}), 422)["error"]
    assert "sẽ không còn cấp trên" in error["message"]
    said(mine.send(f"/reforms/{uid}/drop", {}))
    assert said(mine.get(AT))["items"] == []


@pytest.mark.parametrize("part", ["officer", "reader", "neighbour"])
def test_others_neither_plan_nor_see_one(cast: Cast, part: str) -> None:
    uid = said(program(cast, "administrator").send(AT, PLAN))["uid"]
    other = program(cast, part)
    assert other.get(f"/reforms/{uid}").status_code == 404
    assert other.send(AT, PLAN).status_code in (403, 404)
    assert other.send(f"/reforms/{uid}/carry-out", {}).status_code == 404
