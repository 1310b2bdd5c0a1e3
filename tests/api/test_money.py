"""Money sent between unions over HTTP, cash counted and explained, months closed and opened again."""

import pytest

from tests.api.program import Program, program, said
from tests.cast import Cast

pytestmark = pytest.mark.django_db
HERE, UPPER, FUND = "/units/laocai-tu-phap", "/units/laocai-cdvc", "/funds/tu-phap-doan-phi"


def opened(cast: Cast) -> Program:
    mine = program(cast, "chair")
    said(mine.send(f"{FUND}/open", {"day": "2024-01-01", "opening": 1_000_000}))
    return mine


def sent(mine: Program) -> str:
    what = {"to": "laocai-cdvc", "amount": 400_000, "words": "Nộp đoàn phí", "day": "2024-02-01"}
    return str(said(mine.send(f"{FUND}/send", what))["uid"])


def states(who: Program, unit: str = HERE) -> list[str]:
    return [one["state"] for one in said(who.get(f"{unit}/money"))["items"]]


def test_money_sent_waits_until_it_is_accepted(cast: Cast) -> None:
    mine, above = opened(cast), program(cast, "officer")
    uid = sent(mine)
    assert states(mine) == states(above, UPPER) == ["waiting"]
    said(mine.send(f"/money/{uid}/accept", {"fund": "cdvc-kinh-phi", "day": "2024-02-02"}), 403)
    said(above.send("/funds/cdvc-kinh-phi/open", {"day": "2024-01-01", "opening": 0}))
    said(above.send(f"/money/{uid}/accept", {"fund": "cdvc-kinh-phi", "day": "2024-02-02"}))
    assert states(mine) == ["received"]
    assert said(above.get(f"{UPPER}/money", waiting=True))["items"] == []
    assert said(above.get(f"{UPPER}/funds"))[0]["balance"] == 400_000


def test_money_sent_back_is_in_the_fund_again(cast: Cast) -> None:
    mine = opened(cast)
    uid = sent(mine)
    assert said(mine.get(f"{HERE}/funds"))[0]["balance"] == 600_000
    said(mine.send(f"/money/{uid}/refuse", {"why": "gửi nhầm"}))
    assert (states(mine), said(mine.get(f"{HERE}/funds"))[0]["balance"]) == (["refused"], 1_000_000)


def test_a_count_that_differs_is_explained_before_the_month_closes(cast: Cast) -> None:
    mine = opened(cast)
    said(mine.send(f"{FUND}/count", {"counted": 990_000, "day": "2024-01-20"}))
    (count,) = said(mine.get(f"{HERE}/counts"))
    assert (count["book"], count["difference"]) == (1_000_000, -10_000)
    january = {"month": "2024-01-01"}
    said(mine.send(f"{HERE}/months/close", january), 422)
    said(mine.send(f"/counts/{count['uid']}/explain", {"words": "Trả tiền nước, chưa ghi phiếu"}))
    said(mine.send(f"{HERE}/months/close", january))
    assert said(mine.get(f"{HERE}/months"))[-1] == {"month": "2024-01-01", "vouchers": 1, "closed": True}
    said(mine.send(f"{HERE}/months/reopen", {**january, "why": "ghi thiếu phiếu"}))
    assert not said(mine.get(f"{HERE}/months"))[-1]["closed"]
    said(mine.send(f"{HERE}/months/reopen", {**january, "why": "ghi thiếu phiếu"}), 422)


def test_who_only_reads_closes_no_month(cast: Cast) -> None:
    mine, reader = opened(cast), program(cast, "reader")
    assert reader.send(f"{HERE}/months/close", {"month": "2024-01-01"}).status_code == 403
    assert reader.send(f"/money/{sent(mine)}/refuse", {"why": "x"}).status_code == 403
