"""Tải toàn bộ sổ: who may, what they get, and what is too large to wait for."""

import io
import json
import zipfile
from typing import Any

import pytest

from congdoan.archive import views
from congdoan.archive.state import state
from congdoan.audit.models import Event
from congdoan.reform import actions as reform
from tests.cast import Cast, care
from tests.records.filled import as_
from tests.records.samples import DAY

PAGE = "/mang-di/"


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_the_chair_takes_the_whole_book_along(cast: Cast) -> None:
    care(cast["laocai-tu-phap"], cast.funds["tu-phap-doan-phi"], DAY)
    assert "Tải toàn bộ sổ" in text(as_(cast, "chair").get("/khac"))
    assert "dữ liệu cá nhân" in text(as_(cast, "chair").get(PAGE))
    answer = as_(cast, "chair").post(PAGE)
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        said = json.loads(packed.read("manifest.json"))
    assert (said["unit"], said["counts"]["records.Record"]) == ("laocai-tu-phap", 1)
    assert said["state"] == state(cast["laocai-tu-phap"]).digest
    told = Event.objects.get(action="export_book")
    assert (told.unit, told.detail, told.by) == (
        "laocai-tu-phap",
        {"state": said["state"]},
        cast.users["chair"].pk,
    )


@pytest.mark.parametrize("part", ["reader", "inspector", "administrator"])
def test_who_does_not_keep_the_book_does_not_take_it_along(cast: Cast, part: str) -> None:
    assert "Tải toàn bộ sổ" not in text(as_(cast, part).get("/khac"))
    assert as_(cast, part).get(PAGE).status_code == 403
    assert as_(cast, part).post(PAGE).status_code == 403


def test_a_large_book_is_for_the_operator(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "MOST_ENTRIES", 1)
    assert "congdoan export --unit laocai-cdvc" in text(as_(cast, "officer").get(PAGE))
    assert as_(cast, "officer").post(PAGE).status_code == 422


def test_what_a_union_that_has_left_wrote_since_is_not_taken_along(cast: Cast) -> None:
    reform.move(unit=cast["laocai-bao"], to=cast["muongkhuong-ldld"], on=DAY, by=None, why="sắp xếp lại")
    assert "đã chuyển đi nơi khác" in text(as_(cast, "officer").get(PAGE))
    assert as_(cast, "officer").post(PAGE).status_code == 422
