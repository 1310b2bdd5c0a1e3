"""The frame around every page: who sees which links, and the two switches that stick."""

import re

import pytest
from django.test import Client

from congdoan.web.shell import Shell
from tests.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.urls")]


def as_(cast: Cast, part: str) -> Client:
    client = Client()
    client.force_login(cast.users[part])
    return client


def frame(client: Client, url: str) -> Shell:
    shell = client.get(url).context["shell"]
    assert isinstance(shell, Shell)
    return shell


def test_a_stranger_sees_the_door_and_nothing_else(client: Client) -> None:
    assert frame(client, "/dang-nhap") == Shell()
    assert client.get("/chon-cong-doan").url == "/dang-nhap?next=/chon-cong-doan"


def test_a_chair_is_at_home_in_the_own_union_and_has_no_other(cast: Cast) -> None:
    shell = frame(as_(cast, "chair"), "/mau")
    assert shell.unit == cast["laocai-tu-phap"]
    assert shell.units_url == ""


def test_an_officer_may_choose_another_union(cast: Cast) -> None:
    shell = frame(as_(cast, "officer"), "/mau?trang=3")
    assert shell.unit == cast["laocai-cdvc"]
    assert shell.units_url == "/chon-cong-doan?ve=%2Fmau"


def test_without_a_seat_there_is_no_union(cast: Cast) -> None:
    assert frame(as_(cast, "stranger"), "/mau").unit is None


def test_the_union_chosen_stays_chosen(cast: Cast) -> None:
    client = as_(cast, "officer")
    client.get("/mau?cd=laocai-y-te")
    shell = frame(client, "/mau")
    assert shell.unit == cast["laocai-y-te"]
    assert [item.label for item in shell.units] == ["CĐCS Văn phòng Sở Y tế"]


def test_a_union_out_of_sight_is_answered_like_one_that_does_not_exist(cast: Cast) -> None:
    client = as_(cast, "officer")
    answers = [client.get(f"/can-cong-doan?cd={code}") for code in ("yenbai-tu-phap", "khong-co")]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert (
        "Không có công đoàn nào mang mã “khong-co” trong phạm vi bạn được xem." in answers[1].content.decode()
    )
    assert frame(client, "/mau").unit == cast["laocai-cdvc"]


def test_the_period_chosen_stays_chosen(cast: Cast) -> None:
    client = as_(cast, "chair")
    client.get("/mau?ky=2024-H1")
    shell = frame(client, "/mau")
    assert shell.period is not None
    assert shell.period.label() == "6 tháng đầu năm 2024"


def test_any_two_dates_are_a_period(cast: Cast) -> None:
    shell = frame(as_(cast, "chair"), "/mau?tu=2023-12-01&den=2024-05-31&loai=care")
    assert shell.period is not None
    assert shell.period.code == "2023-12-01/2024-05-31"
    assert shell.kept == [("loai", "care")]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("ky=2024-H3", "Không hiểu kỳ “2024-H3”"),
        ("tu=2024-05-31&den=2023-12-01", "kết thúc trước khi bắt đầu"),
        ("tu=2024-05-31", "hãy ghi cả từ ngày và đến ngày"),
    ],
)
def test_a_period_that_is_none_is_one_sentence_and_the_last_one_stays(
    cast: Cast, query: str, sentence: str
) -> None:
    client = as_(cast, "chair")
    client.get("/mau?ky=2024")
    answer = client.get(f"/can-cong-doan?{query}")
    assert answer.status_code == 404
    assert sentence in answer.content.decode()
    shell = frame(client, "/mau")
    assert shell.period is not None
    assert shell.period.code == "2024"


def test_a_switch_keeps_the_rest_of_the_page_and_begins_its_list_anew(cast: Cast) -> None:
    shell = frame(as_(cast, "chair"), "/mau?loai=care&trang=7")
    assert all("loai=care" in item.url and "trang" not in item.url for item in shell.periods)


def test_reading_a_page_twice_writes_the_session_once(cast: Cast) -> None:
    client = as_(cast, "chair")
    client.get("/mau?ky=2024-H1")
    assert "sessionid" not in client.get("/mau?ky=2024-H1").cookies


def test_writing_is_offered_to_those_who_may_write(cast: Cast) -> None:
    links = {
        part: [item.label for item in frame(as_(cast, part), "/mau").nav] for part in ("chair", "reader")
    }
    assert "Ghi việc" in links["chair"]
    assert "Ghi việc" not in links["reader"]


def test_one_link_says_where_one_is(cast: Cast) -> None:
    active = [item.label for item in frame(as_(cast, "chair"), "/so-lieu/CAR-04").nav if item.active]
    assert active == ["Số liệu"]


def test_unions_are_found_without_accents_and_only_those_one_sees(cast: Cast) -> None:
    page = as_(cast, "officer").get("/chon-cong-doan?q=tu phap&ve=/mau?ky=2024").content.decode()
    assert "CĐCS Sở Tư pháp" in page
    assert "Yên Bái" not in page
    assert 'href="/mau?ky=2024&amp;cd=laocai-tu-phap"' in page


@pytest.mark.parametrize("back", ["https://example.org/", "//example.org/", "javascript:alert(1)"])
def test_the_way_back_never_leads_elsewhere(cast: Cast, back: str) -> None:
    page = as_(cast, "officer").get("/chon-cong-doan", {"ve": back}).content.decode()
    assert 'href="/?cd=laocai-cdvc"' in page
    assert not re.search(r'(href|action)="(https:|//|javascript:)', page)


def test_a_search_that_finds_nothing_says_what_to_try(cast: Cast) -> None:
    page = as_(cast, "officer").get("/chon-cong-doan?q=zzz").content.decode()
    assert "Hãy thử gõ ít chữ hơn" in page


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("500k", "Năm trăm nghìn đồng"),
        ("", ""),
        ("-5", "hãy ghi số lớn hơn hoặc bằng 0"),
        ("<b>", "&lt;b&gt;"),
    ],
)
def test_an_amount_is_read_back_while_it_is_typed(cast: Cast, typed: str, answer: str) -> None:
    page = as_(cast, "chair").get("/doc-so-tien", {"amount": typed}).content.decode()
    assert answer in page
    assert "<b>" not in page


def test_after_the_session_ended_a_piece_of_a_page_asks_for_the_whole(client: Client) -> None:
    answer = client.get("/dang-nhap?next=/doc-so-tien", headers={"HX-Request": "true"})
    assert answer.headers["HX-Refresh"] == "true"
    assert answer.content == b""


def test_only_our_own_scripts_may_run(cast: Cast) -> None:
    policy = as_(cast, "chair").get("/mau").headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "script-src" not in policy
