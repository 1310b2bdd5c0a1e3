"""Ten lines to paste into a chat: the figures that tell most, and nobody's name."""

from datetime import date

import pytest

from congdoan.base.period import Period
from congdoan.ledger.indicator import BY_KEY
from congdoan.web import telling
from congdoan.web.asking import Question
from tests.cast import Cast, care
from tests.records.filled import as_
from tests.records.said import record

pytestmark = pytest.mark.django_db


def text(cast: Cast, unit: str = "laocai-cdvc", period: str = "2024-H1") -> list[str]:
    return telling.text(Question(cast[unit], Period.parse(period))).splitlines()


def test_a_line_says_how_many_how_much_and_what_it_was(cast: Cast) -> None:
    care(cast["laocai-cdvc"], cast.funds["laocai-xa-hoi"], date(2024, 1, 30), gifts=6)
    care(cast["laocai-cdvc"], cast.funds["laocai-xa-hoi"], date(2023, 1, 12), gifts=4)
    assert text(cast)[:2] == [
        "Công đoàn Viên chức tỉnh Lào Cai, 6 tháng đầu năm 2024:",
        "- Quà Tết: 06 suất, 3 triệu đồng (cùng kỳ 4)",
    ]


def test_a_share_says_both_parts_and_percent(cast: Cast) -> None:
    rows = [{"employer": cast.employers[code]} for code in ("bao-laocai", "so-y-te")]
    said = {"what": "staff_conference", "lines": {"employers": rows}}
    record("gathering", cast["laocai-cdvc"], date(2024, 2, 2), **said)
    assert "- Hội nghị cán bộ, công chức, viên chức: 2/3, đạt 66,67%" in text(cast)


def test_never_more_than_ten_lines(cast: Cast) -> None:
    for programme in ("tet", "visit", "workers_month", "women", "family"):
        care(cast["laocai-cdvc"], cast.funds["laocai-xa-hoi"], date(2024, 3, 1), programme=programme)
    assert len(text(cast)) == 7
    assert telling.LINES == 10


def test_an_empty_period_says_so(cast: Cast) -> None:
    assert text(cast)[1:] == ["- chưa có số liệu"]


def test_the_page_names_nobody(cast: Cast) -> None:
    care(cast["laocai-cdvc"], cast.funds["laocai-xa-hoi"], date(2024, 1, 30), gifts=2)
    page = as_(cast, "officer").get("/so-lieu/nhan-tin?cd=laocai-cdvc&ky=2024-H1").content.decode()
    assert "Quà Tết: 02 suất" in page
    assert "Lý Thị Thử" not in page


def test_what_is_told_is_in_the_catalogue(cast: Cast) -> None:
    keys = [key for one in telling.TELLING for key in one.keys]
    assert set(keys) <= set(BY_KEY)
    assert len(keys) == len(set(keys))
