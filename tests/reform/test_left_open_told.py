"""What a union leaves open is told before it ends, as numbers, and seen to afterwards on pages."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from congdoan.accounts.models import Role, Seat
from congdoan.oversight import handling, queries
from congdoan.reform import drafting, plan, reorganising
from congdoan.reform.effects import endings
from tests.cast import Cast
from tests.oversight.acts import asked_for, demand, found, inspected, received, step
from tests.records.filled import as_
from tests.reform.test_closing import words
from tests.reform.test_left_open import OLD, carried_out
from tests.reform.test_pages import text
from tests.reform.test_reorganising import AUGUST, EVE, PLAN

pytestmark = pytest.mark.django_db


def times(act: Callable[[], Any]) -> int:
    """How often the book is asked."""
    asked: list[str] = []

    def heard(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(heard):
        act()
    return len(asked)


class TestBefore:
    def test_work_after_the_day_or_a_day_to_come_is_told_first(self, book: Cast) -> None:
        one = received(book, at=OLD)
        step(one, "worked", AUGUST)
        (fault,) = reorganising.preview(plan.read(PLAN)).faults
        assert fault == "CĐCS Sở Tư pháp có 1 đơn nhận hoặc xử lý sau ngày 01/07/2024; hãy chọn ngày muộn hơn"
        handling.take_back(complaint=one, why="nhầm", by=None)
        faults = reorganising.preview(plan.read(PLAN.replace("2024-07-01", "2999-07-01"))).faults
        assert any("đơn chỉ bàn giao được khi đến ngày 01/07/2999" in fault for fault in faults)

    def test_how_much_goes_to_whom_is_told(self, book: Cast) -> None:
        demand(book, OLD)
        received(book, at=OLD)
        received(book, at="laocai-y-te")
        told = reorganising.preview(plan.read(PLAN)).told
        assert (told["demands"], told["complaints"]) == (1, 2)
        assert told["left"] == [
            {"to": "CĐCS Sở Tư pháp tỉnh Lào Cai", "demands": 1, "complaints": 1},
            {"to": "Công đoàn Viên chức tỉnh Lào Cai", "demands": 0, "complaints": 1},
        ]

    def test_the_preview_counts_them_and_names_nobody(self, book: Cast) -> None:
        demand(book, OLD)
        received(book, at=OLD, sender="Người Gửi Thử")
        one = drafting.draft(said=plan.read(PLAN).said, by=None)
        found = {row.unit.code: (row.demands, row.complaints) for row in endings(plan.read(PLAN))}
        assert (found[OLD], found["laocai-y-te"]) == ((1, 1), (0, 0))
        Seat.objects.create(
            user=book.users["administrator"], unit=book["tld"], role=Role.ADMINISTRATOR, from_on=EVE
        )
        page = text(as_(book, "administrator").post(f"/to-chuc/sap-xep/{one.uid}/xem-truoc"))
        assert "Việc còn mở chuyển cho CĐCS Sở Tư pháp tỉnh Lào Cai 1 kiến nghị sau kiểm tra, 1 đơn" in page
        assert "Người Gửi" not in page

    def test_it_asks_the_book_as_often_for_many_as_for_one(self, book: Cast) -> None:
        received(book, at=OLD)
        demand(book, OLD)
        said, asked = plan.read(PLAN), []
        for _ in range(2):
            asked.append(times(lambda: reorganising.preview(said)))
            for key in ("b", "c"):
                received(book, at=OLD)
                demand(book, OLD, key=key)
        assert asked[0] == asked[1]


class TestPages:
    def test_the_successors_chair_reports_and_whoever_inspected_confirms(self, book: Cast) -> None:
        of = demand(book, OLD)
        carried_out()
        url = f"/kiem-tra/kien-nghi/{of.record.uid}/{of.key}"
        assert url in as_(book, "chair").get(f"/kiem-tra/kien-nghi/{of.record.uid}").content.decode()
        said = {"uid": str(uuid.uuid4()), "state": "reported", "on": "2024-08-01"}
        assert as_(book, "other_chair").post(url, said).status_code in (403, 404)
        assert as_(book, "chair").post(url, said).status_code == 302
        assert queries.findings([of], AUGUST)[0].state == "reported"
        said |= {"uid": str(uuid.uuid4()), "state": "mended"}
        assert as_(book, "inspector").post(url, said).status_code == 302
        assert queries.findings([of], AUGUST)[0].mended

    def test_a_page_of_many_demands_asks_no_oftener_than_of_one(self, book: Cast) -> None:
        few = inspected(book, OLD, demands=[asked_for(book, OLD, "a")])
        many = inspected(book, OLD, demands=[asked_for(book, OLD, key) for key in "bcde"])
        carried_out()
        chair, asked = as_(book, "chair"), []
        for one in (few, few, many):
            url = f"/kiem-tra/kien-nghi/{one.uid}"
            asked.append(times(lambda url=url: chair.get(url)))
        assert asked[1] == asked[2]

    def test_the_step_that_handed_it_over_is_not_offered_to_be_dropped(self, book: Cast) -> None:
        one = received(book, at=OLD)
        carried_out()
        page = as_(book, "chair").get(f"/kiem-tra/don/{one.uid}").content.decode()
        assert "Ghi bước xử lý" in page
        assert "Bỏ bước vừa ghi" not in page

    def test_the_minutes_say_how_much_is_left_open_and_name_nobody(self, book: Cast) -> None:
        of = demand(book, OLD)
        one = received(book, at=OLD, sender="Người Gửi Thử")
        carried_out()
        url = f"/to-chuc/{OLD}/ban-giao/bien-ban"
        wanted = "Bàn giao 1 kiến nghị sau kiểm tra chưa khắc phục; bàn giao 1 đơn chưa giải quyết xong."
        assert wanted in words(as_(book, "administrator").get(url).content)
        found(of, "mended", AUGUST)
        one.refresh_from_db()
        step(one, "guided", AUGUST)
        assert wanted in words(as_(book, "administrator").get(url).content)
