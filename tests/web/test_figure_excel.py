"""The lines under a figure as an Excel file: every line, names only for those who may see them, nothing that runs."""

import io
import zipfile

import pytest

from congdoan.audit.models import Event
from tests.cast import Cast
from tests.records.filled import as_
from tests.web.test_figure import answer, gift, gifts

pytestmark = pytest.mark.django_db


def strings(content: bytes) -> str:
    """Every text of an Excel file."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return book.read("xl/sharedStrings.xml").decode()


def test_the_lines_as_an_excel_file(cast: Cast) -> None:
    written = gifts(cast)
    found = answer(as_(cast, "officer"), end="/excel")
    texts = strings(found.content)
    assert "CAR-04. Số suất quà Tết đã trao" in texts
    assert "Giàng A 0" in texts
    assert str(written.uid) in texts
    assert found.headers["Content-Disposition"] == 'attachment; filename="CAR-04-laocai-cdvc-2024-H1.xlsx"'
    assert Event.objects.filter(action="export_lines", what="CAR-04").count() == 1


def test_without_names_for_who_may_not_see_them(cast: Cast) -> None:
    gifts(cast)
    texts = strings(answer(as_(cast, "reader"), end="/excel").content)
    assert "Giàng A 0" not in texts
    assert not Event.objects.filter(action="export_lines").exists()


def test_nothing_in_an_excel_file_is_a_formula(cast: Cast) -> None:
    gift(cast, lines=[{"name": "=1+1", "cash": 1}])
    content = answer(as_(cast, "officer"), end="/excel").content
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()
    assert "=1+1" in strings(content)
