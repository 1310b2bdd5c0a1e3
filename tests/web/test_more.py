"""Khác: what a role may do, closed periods, the trail, the proof, the funds."""

import re
from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.funds.models import Fund
from congdoan.ledger.models import Closing, Entry, Watermark
from congdoan.web.trail import WORDS
from tests.cast import Cast, care
from tests.records.filled import as_
from tests.rules.source import product

pytestmark = pytest.mark.django_db
PERIOD = {"first": "2024-01-01", "last": "2024-06-30", "why": "Đã nộp báo cáo"}


def text(answer: Any) -> str:
    page = answer.content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", page[page.index("<main") :]).split())


def gift(cast: Cast) -> Any:
    return care(cast["laocai-tu-phap"], cast.funds["laocai-xa-hoi"], date(2024, 2, 1))


@pytest.mark.parametrize(
    ("part", "shown", "hidden"),
    [
        ("chair", ["Hệ thống tổ chức", "Nhật ký", "Khóa sổ từng kỳ"], ["Người dùng và vai trò"]),
        ("reader", ["Hệ thống tổ chức", "Các quỹ"], ["Nhật ký", "Người dùng và vai trò"]),
        ("administrator", ["Người dùng và vai trò", "Nhật ký"], []),
    ],
)
def test_what_a_role_cannot_do_is_not_shown(
    cast: Cast, part: str, shown: list[str], hidden: list[str]
) -> None:
    page = text(as_(cast, part).get("/khac"))
    assert [label for label in shown if label not in page] == []
    assert [label for label in hidden if label in page] == []


def test_a_closed_period_takes_nothing_more_until_it_is_opened_with_a_reason(cast: Cast) -> None:
    client = as_(cast, "chair")
    assert client.post("/khac/khoa-so", PERIOD).status_code == 302
    with pytest.raises(Refused, match="đã khóa sổ từ 01/01/2024 đến 30/06/2024"):
        gift(cast)
    closing = Closing.objects.get()
    assert "Đã nộp báo cáo" in text(client.get("/khac/khoa-so"))
    assert client.post(f"/khac/khoa-so/{closing.pk}/mo-lai", {"why": ""}).status_code == 422
    assert client.post(f"/khac/khoa-so/{closing.pk}/mo-lai", {"why": "Bổ sung"}).status_code == 302
    assert gift(cast).pk
    assert "Chưa khóa kỳ nào" in text(client.get("/khac/khoa-so"))


def test_days_the_wrong_way_round_are_one_sentence_beside_their_field(cast: Cast) -> None:
    answer = as_(cast, "chair").post("/khac/khoa-so", PERIOD | {"first": "2024-12-31"})
    assert answer.status_code == 422
    assert "Ngày cuối phải sau ngày đầu" in text(answer)
    assert not Closing.objects.exists()


@pytest.mark.parametrize("part", ["reader", "inspector", "administrator"])
def test_who_does_not_write_closes_and_opens_nothing(cast: Cast, part: str) -> None:
    assert as_(cast, part).post("/khac/khoa-so", PERIOD).status_code == 422
    assert not Closing.objects.exists()
    as_(cast, "officer").post("/khac/khoa-so", PERIOD)
    closing = Closing.objects.get()
    assert as_(cast, part).post(f"/khac/khoa-so/{closing.pk}/mo-lai", {"why": "x"}).status_code == 422
    assert as_(cast, "neighbour").get(f"/khac/khoa-so/{closing.pk}/mo-lai").status_code == 404
    assert Closing.objects.filter(unmade=None).count() == 1


def test_the_trail_tells_who_did_what_in_words(cast: Cast) -> None:
    record = care(
        cast["laocai-tu-phap"], cast.funds["laocai-xa-hoi"], date(2024, 2, 1), by=cast.users["chair"].pk
    )
    page = text(as_(cast, "inspector").get("/khac/nhat-ky?cd=laocai-tu-phap"))
    assert f"Nguyễn Thị Mai Ghi việc {record.title}" in page
    assert "Người vận hành Lập công đoàn" in page


def test_the_trail_of_those_below_only_when_asked_for(cast: Cast) -> None:
    record = gift(cast)
    client = as_(cast, "officer")
    assert record.title not in text(client.get("/khac/nhat-ky?cd=laocai-cdvc"))
    assert record.title in text(client.get("/khac/nhat-ky?cd=laocai-cdvc&ca-duoi=1"))


def test_a_reader_reads_no_trail(cast: Cast) -> None:
    assert as_(cast, "reader").get("/khac/nhat-ky").status_code == 403


def test_every_act_of_the_house_has_its_words() -> None:
    told = [module.text for module in product() if "argparse" not in module.text]
    acts = set(re.findall(r'action="([a-z_.]+)"', "".join(told)))
    assert len(acts) > 25
    assert acts - set(WORDS) == set()


def test_the_proof_is_run_by_an_administrator_and_says_what_it_found(cast: Cast) -> None:
    gift(cast)
    assert as_(cast, "officer").post("/khac/doi-chieu/chay").status_code == 403
    answer = as_(cast, "administrator").post("/khac/doi-chieu/chay")
    assert "Sổ khớp: 0 chênh lệch" in text(answer)
    assert Watermark.objects.get().differences == 0
    assert "0 chênh lệch" in text(as_(cast, "chair").get("/khac"))


def test_a_book_that_does_not_agree_is_told(cast: Cast) -> None:
    gift(cast)
    entry = Entry.objects.filter(origin=1).first()
    assert entry
    entry.pk, entry.quantity = None, 7
    entry.save(force_insert=True)
    answer = as_(cast, "administrator").post("/khac/doi-chieu/chay")
    assert "01 chênh lệch" in text(answer)
    assert "hãy chạy congdoan redraw" in text(answer)


def test_the_funds_one_may_choose_from_are_ones_own_and_those_above(cast: Cast) -> None:
    answer = as_(cast, "chair").get("/quy/")
    assert [fund.code for fund, *_ in answer.context["own"]] == ["tu-phap-doan-phi"]
    assert {fund.code for fund in answer.context["others"]} == {"cdvc-kinh-phi", "laocai-xa-hoi"}


def test_who_writes_for_a_union_sets_up_its_funds(cast: Cast) -> None:
    said = {"name": "Quỹ Mái ấm", "source": "shelter"}
    assert as_(cast, "chair").post("/quy/", said).status_code == 302
    assert "Quỹ Mái ấm" in text(as_(cast, "chair").get("/quy/"))
    assert "đã có “Quỹ Mái ấm”" in text(as_(cast, "chair").post("/quy/", said))
    assert "Thêm quỹ" not in text(as_(cast, "reader").get("/quy/"))
    before = Fund.objects.count()
    assert as_(cast, "reader").post("/quy/", said).status_code == 422
    assert Fund.objects.count() == before
