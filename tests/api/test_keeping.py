"""The book itself by a program: taken out whole, periods closed, templates brought, the money of a year."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from congdoan.base.period import today
from congdoan.funds.actions import open_book, receive
from congdoan.funds.items import valid
from congdoan.ledger.models import Closing
from tests.api.program import VISIT, program, said
from tests.cast import Cast
from tests.reports.papers import paper
from tests.web.samples import UNIT

pytestmark = pytest.mark.django_db
JANUARY, MARCH = date(2024, 1, 2), date(2024, 3, 4)


def test_the_whole_book_for_those_who_keep_it_and_no_others(cast: Cast) -> None:
    mine = program(cast, "chair")
    said(mine.send("/kinds/care/records", VISIT))
    answer = mine.get(f"/units/{UNIT}/book")
    assert answer.status_code == 200, answer.content.decode()
    assert ZipFile(BytesIO(answer.content)).testzip() is None
    assert program(cast, "reader").get(f"/units/{UNIT}/book").status_code == 403
    assert program(cast, "neighbour").get(f"/units/{UNIT}/book").status_code == 404


def test_a_period_is_closed_and_opened_again(cast: Cast) -> None:
    mine = program(cast, "chair")
    days = {"first": "2024-01-01", "last": "2024-06-30", "why": "đã nộp báo cáo"}
    said(mine.send(f"/units/{UNIT}/closed", days))
    assert said(mine.get(f"/units/{UNIT}/closed")) == [{"first": "2024-01-01", "last": "2024-06-30"}]
    assert "khóa sổ" in said(mine.send("/kinds/care/records", VISIT), 422)["error"]["message"]
    said(mine.send(f"/units/{UNIT}/closed/reopen", {"first": "2024-01-01", "why": "ghi sót"}))
    assert not Closing.objects.filter(unmade=None).exists()
    assert (
        mine.send(f"/units/{UNIT}/closed/reopen", {"first": "2024-01-01", "why": "ghi sót"}).status_code
        == 422
    )


def test_a_template_is_brought_handed_out_and_retired(cast: Cast) -> None:
    mine = program(cast, "chair")
    word = SimpleUploadedFile("mau.docx", paper("Đã tặng {{số: CAR-04}} suất"))
    name = said(mine.upload(f"/units/{UNIT}/templates", {"name": "Mẫu riêng", "file": word}))["uid"]
    assert name in said(mine.get(f"/units/{UNIT}/templates"))
    assert mine.get(f"/templates/{name}").content[:2] == b"PK"
    assert program(cast, "neighbour").get(f"/templates/{name}").status_code == 404
    said(mine.send(f"/templates/{name}/retire", {"why": "mẫu mới"}))
    assert name not in said(mine.get(f"/units/{UNIT}/templates"))


def test_the_money_of_a_year(cast: Cast) -> None:
    mine, fund = program(cast, "chair"), cast.funds["tu-phap-doan-phi"]
    open_book(fund=fund, day=JANUARY, opening=1_000_000, by=None)
    receive(fund=fund, amount=500_000, day=MARCH, item="dues", words="Đoàn phí quý I", by=None)
    told = said(mine.get(f"/units/{UNIT}/settlement", period="2024"))
    assert (told["opening"], told["closing"], told["difference"]) == (1_000_000, 1_500_000, 0)
    assert [row["amount"] for row in told["into"] if row["number"]] == [500_000]
    for ending, head in (("xlsx", b"PK"), ("docx", b"PK")):
        answer = mine.get(f"/units/{UNIT}/settlement/b07", period="2024", ending=ending)
        assert answer.content[:2] == head
    assert mine.get(f"/units/{UNIT}/settlement/b14", period="2024").status_code == 404
    (share, *_) = said(mine.get(f"/units/{UNIT}/shares", period="2024"))["items"]
    assert set(share) >= {"dues", "owed", "late"}


def test_an_estimate_and_what_must_be_made_public(cast: Cast) -> None:
    mine = program(cast, "chair")
    (item, *_) = [item for item in valid(today()) if item.number]
    body = {"year": 2026, "approved_on": "2026-01-05", "amounts": {item.number: 2_000_000}}
    said(mine.send(f"/units/{UNIT}/estimates", body))
    (due,) = said(mine.get(f"/units/{UNIT}/disclosures"))["items"]
    assert (due["due_on"], due["done_on"]) == ("2026-01-20", None)
    said(mine.send(f"/disclosures/{due['uid']}/done", {"done_on": "2026-01-08", "proof": "bảng tin"}))
    assert said(mine.get(f"/units/{UNIT}/disclosures"))["items"][0]["done_on"] == "2026-01-08"
    wrong = mine.send(f"/units/{UNIT}/estimates", {**body, "amounts": {"khong-co": 1}})
    assert [one["field"] for one in said(wrong, 422)["error"]["fields"]] == ["amounts"]
