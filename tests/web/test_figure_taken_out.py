"""A figure taken out: every line, and how it comes apart; names only for those who may see them, nothing that runs."""

import io
import zipfile
from typing import Any

import pytest

from congdoan.audit.models import Event
from tests.cast import Cast
from tests.records.filled import as_
from tests.records.sheets import Sheet, sheets
from tests.web.test_figure import HALF, answer, gift, gifts

pytestmark = pytest.mark.django_db


def taken(cast: Cast, part: str = "officer") -> Any:
    return answer(as_(cast, part), query=f"{HALF}&dang=xlsx")


def by_name(content: bytes) -> dict[str, Sheet]:
    return {sheet.name: sheet for sheet in sheets(content)}


def test_every_line_and_how_the_figure_comes_apart(cast: Cast) -> None:
    written = gifts(cast)
    found = taken(cast)
    book = by_name(found.content)
    assert list(book) == ["Các dòng", "Theo công đoàn", "Theo tháng", "Đối tượng nhận"]
    lines = book["Các dòng"]
    assert lines.rows[3][0] == "CAR-04. Số suất quà Tết đã trao"
    assert {"Giàng A 0", "Cháu Páo"} <= set(lines.column("Ai"))
    assert any(str(written.uid) in url for url in lines.column("Đường dẫn"))
    for sheet, column in (
        ("Theo công đoàn", "Kỳ này"),
        ("Theo tháng", "Kỳ này"),
        ("Đối tượng nhận", "Số lượng"),
    ):
        assert sum(book[sheet].column(column)) == sum(lines.column("Số lượng")) == 6
    assert found.headers["Content-Disposition"] == 'attachment; filename="CAR-04-2024-H1-laocai-cdvc.xlsx"'


def test_names_are_noted_and_kept_from_who_may_not_see_them(cast: Cast) -> None:
    gifts(cast)
    assert set(by_name(taken(cast, "reader").content)["Các dòng"].column("Ai")) == {""}
    assert not Event.objects.filter(action="see_sensitive").exists()
    taken(cast)
    assert Event.objects.filter(action="see_sensitive", what="CAR-04").count() == 1
    assert Event.objects.filter(action="export_list", what="CAR-04").count() == 2


def test_nothing_in_the_file_is_a_formula(cast: Cast) -> None:
    gift(cast, lines=[{"name": "=1+1", "cash": 1}])
    content = taken(cast).content
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()
    assert "=1+1" in by_name(content)["Các dòng"].column("Ai")
