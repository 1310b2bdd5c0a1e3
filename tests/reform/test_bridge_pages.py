"""The bridge report on its page, as lists, and as a Word file to sign."""

import html
import io
import re
from datetime import date

import pytest
from django.urls import reverse
from docx import Document

from congdoan.funds import transfers
from congdoan.reform import actions, plan, reorganising
from tests.cast import Cast
from tests.records.filled import as_
from tests.reform.test_bridging import fund_of
from tests.reform.test_pages import text
from tests.reform.test_reorganising import PLAN

pytestmark = pytest.mark.django_db
AT = "?cd=laocai-ldld&ky="


def rows(page: str) -> list[list[str]]:
    """The tables of a page, cell by cell."""
    found = re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)
    return [
        [html.unescape(re.sub(r"<[^>]+>", "", cell)) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)]
        for row in found
    ]


def test_the_page_shows_each_union_below_and_the_sum(book: Cast) -> None:
    fund_of(book["laocai-y-te"], held=900)
    reorganising.carry_out(plan=plan.read(PLAN), by=None)
    answer = as_(book, "administrator").get(f"{reverse('bridge')}{AT}2024-H2")
    told = rows(answer.content.decode())
    # Tư pháp goes on in a new one with Yên Bái's, Y tế ends, Báo moves up, the district's goes to the commune's.
    assert told[1:9] == [
        ["CĐCS Báo Lào Cai", "0", "0", "1", "0", "0", "1"],
        ["CĐCS Sở Tư pháp tỉnh Lào Cai", "0", "1", "0", "0", "0", "1"],
        ["Công đoàn Viên chức tỉnh Lào Cai", "3", "0", "0", "2", "1", "0"],
        ["Công đoàn xã Mường Khương", "0", "0", "1", "0", "0", "1"],
        ["LĐLĐ huyện Mường Khương", "1", "0", "0", "0", "1", "0"],
        ["Cộng các dòng", "4", "1", "2", "2", "2", "3"],
        ["Bù trừ trong nội bộ", "0", "0", "-2", "0", "-2", "0"],
        ["Toàn công đoàn", "4", "1", "0", "2", "0", "3"],
    ]
    assert told[-1] == ["Cộng các dòng", "900", "0", "0", "0", "0", "0", "900"]
    assert "Bù trừ trong nội bộ" in text(answer)
    assert "Đoàn phí" in text(answer)


def test_each_number_is_that_of_the_page_it_opens(book: Cast) -> None:
    actions.close(unit=book["laocai-y-te"], last_day=date(2024, 5, 31), by=None)
    client = as_(book, "administrator")
    page = client.get(f"{reverse('bridge')}{AT}2024-H1").content.decode()
    links = re.findall(r'<a href="(/so-lieu/[^"]+)">([^<]+)</a></td>', page)
    assert len(links) > 10
    for url, number in links:
        answer = client.get(html.unescape(url))
        assert answer.status_code == 200, url
        shown = answer.context["figure"].value
        assert f"{shown or 0}" == number.replace(".", ""), url


def test_behind_each_number_that_came_or_went_stands_a_list_that_comes_to_it(book: Cast) -> None:
    health, above = fund_of(book["laocai-y-te"], held=900), fund_of(book["muongkhuong-ldld"], held=100)
    sent = transfers.send(
        fund=health, to=above.unit, amount=300, day=date(2024, 7, 2), words="Nộp lên", by=None
    )
    transfers.accept(transfer=sent, fund=above, day=date(2024, 7, 2), by=None)
    steps = [
        {
            "do": "found",
            "code": "tu-phap",
            "kind": "grassroots",
            "name": "CĐCS Tư pháp",
            "under": "laocai-ldld",
        },
        {"do": "merge", "units": ["laocai-tu-phap", "yenbai-tu-phap"], "into": "tu-phap"},
        {"do": "move", "units": ["laocai-bao", "laocai-y-te"], "to": "laocai-ldld"},
        {"do": "move", "units": ["muongkhuong-thcs"], "to": "yenbai-ldld"},
    ]
    said = {"name": "Sắp xếp", "unit": "tld", "on": date(2024, 7, 20), "step": steps}
    reorganising.carry_out(plan=plan.understood(said), by=None)
    client = as_(book, "administrator")
    page = client.get(f"{reverse('bridge')}{AT}2024-H2").content.decode()
    links = re.findall(r'<a href="(/to-chuc/cau-noi/chi-tiet[^"]+)">([^<]+)</a></td>', page)
    assert {column for url, _ in links for column in re.findall("cot=([a-z_]+)", url)} == {
        "received",
        "handed_over",
    }
    assert {part for url, _ in links for part in re.findall("phan=([a-z-]+)", url)} == {
        "cong-doan",
        "doan-vien",
        "dues",
    }
    for url, number in links:
        answer = client.get(html.unescape(url))
        assert answer.context["sum"] == int(number.replace(".", "")), url
    assert "Nộp lên" in text(
        client.get(f"{reverse('bridge_details')}{AT}2024-H2&phan=dues&cot=received&o=muongkhuong-ldld")
    )


def test_a_number_there_is_not_has_no_list(cast: Cast) -> None:
    client = as_(cast, "administrator")
    assert client.get(f"{reverse('bridge_details')}{AT}2024&phan=gao&cot=received").status_code == 404
    told = client.get(f"{reverse('bridge_details')}{AT}2024&phan=cong-doan&cot=received&o=laocai-cdvc")
    assert "Không có lượt nào" in text(told)


def test_it_is_taken_out_as_word_with_every_line_of_the_page(book: Cast) -> None:
    fund_of(book["laocai-y-te"], held=900)
    answer = as_(book, "administrator").get(f"{reverse('bridge_word')}{AT}2024-H1")
    document = Document(io.BytesIO(answer.content))
    told = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert {"Cộng các dòng", "Đầu kỳ", "Cuối kỳ", "900"} <= set(told)
    titles = [one.text for one in document.paragraphs]
    assert "BÁO CÁO CẦU NỐI TỔ CHỨC, ĐOÀN VIÊN, TÀI CHÍNH" in titles


def test_nothing_to_tell_says_so(book: Cast) -> None:
    client = as_(book, "administrator")
    assert "Kỳ này chưa có gì" in text(client.get(f"{reverse('bridge')}{AT}2000"))
    assert client.get(f"{reverse('bridge_word')}{AT}2000").status_code == 404
