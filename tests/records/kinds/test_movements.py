"""Movements: launched, joined, with their works, summed up; what came of them is worked out."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.records import actions, kind
from congdoan.records.due import due
from congdoan.records.record import Record
from tests.cast import Cast
from tests.records.filled import as_
from tests.records.said import record, split, value

DAY = date(2024, 4, 18)


def movement(cast: Cast, at: str = "laocai-cdvc", **said: Any) -> Record:
    days = {"first_on": date(2024, 4, 1), "last_on": date(2024, 6, 30)}
    said = {"sort": "movement", "name": "Phong trào Xanh, sạch, đẹp", "plan": "12/KH-CĐVC", **said}
    return record("campaign", cast[at], date(2024, 4, 1), **days, **said)


def join(cast: Cast, which: Record, at: str, **said: Any) -> Record:
    return record("participation", cast[at], DAY, programme=kind.full(which), **said)


def work(cast: Cast, **said: Any) -> Record:
    said = {"name": "Vườn hoa cơ quan", "stage": "registered", "level": "grassroots", **said}
    return record("work", cast["laocai-bao"], DAY, **said)


def results(which: Record) -> dict[str, str]:
    return dict(kind.of(which).results(kind.full(which)))


def test_a_work_counts_once_from_registering_to_finishing(cast: Cast) -> None:
    made = work(cast)
    actions.amend(
        record=made, by=None, why="Đã gắn biển", happened_on=date(2024, 7, 2), fields={"stage": "done"}
    )
    assert value("EMU-06", cast["laocai-cdvc"], "2024-H1") == 0
    assert split("EMU-06", cast["laocai-cdvc"], "2024", "level") == {"grassroots": 1}


def test_what_came_of_a_movement_is_worked_out_of_what_unions_wrote(cast: Cast) -> None:
    which = movement(cast)
    join(cast, which, "laocai-bao", direct=20)
    join(cast, which, "laocai-bao", direct=5)
    join(cast, which, "laocai-y-te", direct=15)
    work(cast, programme=kind.full(which), stage="done")
    assert results(which) == {
        "Công đoàn cơ sở tham gia": "2/3",
        "Lượt người tham gia": "40",
        "Công trình, sản phẩm hoàn thành": "01",
        "Đã tham gia": "CĐCS Báo Lào Cai (25 người); CĐCS Văn phòng Sở Y tế (15 người)",
        "Chưa tham gia": "CĐCS Sở Tư pháp",
    }
    assert value("EMU-01", cast["laocai-cdvc"], "2024-H1") == value("EMU-01", cast["laocai-cdvc"], "2024")


def test_whoever_launched_it_sums_it_up_once(cast: Cast) -> None:
    which = movement(cast, sort="drive", name="Cuộc vận động Người Việt dùng hàng Việt")
    join(cast, which, "laocai-bao", direct=20)
    summed = record("summary", cast["laocai-cdvc"], date(2024, 6, 28), programme=kind.full(which))
    assert summed.title == "Tổng kết Cuộc vận động Người Việt dùng hàng Việt"
    assert results(summed)["Công đoàn cơ sở tham gia"] == "1/3"
    assert results(which)["Đã tổng kết"] == "28/06/2024"
    with pytest.raises(Refused, match="đã tổng kết ngày 28/06/2024"):
        record("summary", cast["laocai-cdvc"], date(2024, 6, 29), programme=kind.full(which))
    with pytest.raises(Refused, match="không do CĐCS Báo Lào Cai phát động"):
        record("summary", cast["laocai-bao"], date(2024, 6, 29), programme=kind.full(which))
    assert "Kết quả từ các công đoàn" in as_(cast, "officer").get(f"/viec/{which.uid}").content.decode()


def test_a_movement_that_others_rest_on_is_not_withdrawn(cast: Cast) -> None:
    which = movement(cast)
    made = work(cast, programme=kind.full(which))
    with pytest.raises(Refused, match="công trình hoặc tổng kết"):
        actions.withdraw(record=which, by=None, why="Ghi nhầm")
    actions.withdraw(record=made, by=None, why="Ghi nhầm")
    actions.withdraw(record=which, by=None, why="Ghi nhầm")
    assert Record.objects.get(pk=which.pk).withdrawn


def test_a_work_belongs_to_a_movement_of_its_own_or_above(cast: Cast) -> None:
    with pytest.raises(Refused, match="không phải của CĐCS Báo Lào Cai"):
        work(cast, programme=kind.full(movement(cast, "laocai-y-te")))
    with pytest.raises(Refused, match="Hãy chọn cấp"):
        work(cast, level="moon")
    with pytest.raises(Refused, match="Hãy ghi tên"):
        work(cast, name=" ")


def test_the_first_page_says_what_to_join_and_what_to_sum_up(cast: Cast) -> None:
    which = movement(cast)
    union, upper = cast["laocai-tu-phap"], cast["laocai-cdvc"]
    assert [one.what for one in due(union, date(2024, 4, 5))] == ["Tham gia Phong trào Xanh, sạch, đẹp"]
    assert due(union, date(2024, 5, 10)) == []
    (told,) = due(union, date(2024, 6, 20))
    assert (told.whose, told.due_on, told.asks) == (
        upper,
        date(2024, 6, 30),
        f"?cd=laocai-tu-phap&programme={which.uid}",
    )
    page = as_(cast, "chair").get(f"/viec/ghi/participation{told.asks}").content.decode()
    assert f'value="{which.uid}" selected' in page
    join(cast, which, "laocai-tu-phap", direct=20)
    assert due(union, date(2024, 6, 20)) == []
    assert [one.what for one in due(upper, date(2024, 7, 1))] == ["Tổng kết Phong trào Xanh, sạch, đẹp"]
    record("summary", upper, date(2024, 7, 1), programme=kind.full(which))
    assert due(upper, date(2024, 7, 2)) == []
