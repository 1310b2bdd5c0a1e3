"""Whoever waits for a long import is told how far it is, and nobody else is."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from congdoan.base import progress
from congdoan.imports import actions
from tests.cast import Cast
from tests.imports.sheeted import sent

pytestmark = pytest.mark.django_db


def test_what_is_told_is_heard_by_the_one_who_waits_until_it_is_done() -> None:
    uid = uuid4()
    with progress.told(uid, 1):
        for _ in progress.counted(range(3), "Đang đọc", 3):
            assert progress.heard(uid, 1) == {"words": "Đang đọc", "done": 0, "total": 3}
            assert progress.heard(uid, 2) == {}
    assert progress.heard(uid, 1) == {}


def test_where_nobody_waits_nothing_is_told() -> None:
    assert list(progress.counted(range(3), "Đang đọc", 3)) == [0, 1, 2]


def test_while_a_file_is_taken_in_its_page_hears_of_it(cast: Cast, client: Client, monkeypatch: Any) -> None:
    one, heard = sent(cast["laocai-tu-phap"], ("Lý A Páo", "Nam")), []
    client.force_login(cast.users["chair"])
    real = actions.take_in

    def meanwhile(**said: Any) -> Any:
        progress.step("Đang ghi từng người", 1, 2)
        heard.append(client.get(f"/nhap/{one.uid}/tien-do").json())
        return real(**said)

    monkeypatch.setattr(actions, "take_in", meanwhile)
    answer = client.post(f"/nhap/{one.uid}", {"lam": "nhap"}, follow=True)
    assert "Đã nhập 1 dòng" in answer.content.decode()
    assert heard == [{"words": "Đang ghi từng người", "done": 1, "total": 2}]
    assert client.get(f"/nhap/{one.uid}/tien-do").json() == {}
