"""A file of every kind goes the whole way through the pages: sent, columns chosen, rows mended and answered, taken in,
taken back, taken in again."""

import pytest

from congdoan.archive.state import state
from congdoan.imports import actions
from congdoan.imports.models import Import
from congdoan.imports.sheets import open_book
from congdoan.members.models import Membership
from tests.cast import Cast
from tests.imports.dressed import DRESSES
from tests.imports.sheeted import fates
from tests.imports.test_pages import posted
from tests.members.register import figures
from tests.records.filled import as_

pytestmark = pytest.mark.django_db
HERE = "laocai-tu-phap"
ROWS = (
    ("DANH SÁCH ĐOÀN VIÊN", None, None, None, None),
    ("STT", "Họ và tên", "Phái", "Năm sinh", "Số máy nội bộ"),
    ("1", "Giàng A Tủa", "Nam", "02/01/1990", "0987000001"),
    ("2", "Vừ Thị Dở", "Nữ", "1985", None),
    ("3", "Sùng Mí Sò", "#REF!", "03/1991", "0987000003"),
    ("4", "Sùng Mí Sò", "Nam", "1991", None),
    ("5", "Lý A Páo", "Nam", "31/02/1990", None),
    ("Tổng cộng: 5", None, None, None, None),
)
COLUMNS = {"cot-1": "name", "cot-2": "woman", "cot-3": "born_on", "cot-4": "phone"}


@pytest.mark.parametrize("dress", DRESSES)
def test_sent_chosen_mended_taken_in_and_taken_back(cast: Cast, dress: str) -> None:
    chair, before = as_(cast, "chair"), state()
    one = posted(chair, DRESSES[dress](ROWS), f"danh-sach.{dress}")
    page = f"/nhap/{one.uid}"
    chair.post(page, {"lam": "cot", "how": "admitted", "on": "2024-03-01", **COLUMNS})
    assert fates(one) == {3: "new", 4: "new", 5: "refused", 6: "new", 7: "refused"}
    handed = open_book(chair.get(f"{page}/dong?xem=refused").content, "dong.xlsx")[0]
    assert [row[-1] for row in handed.rows[1:]] == ["C5", "D7"]

    chair.post(page, {"lam": "sua", "o:5:woman": "Nam", "o:7:born_on": ""})
    assert fates(one) == {3: "new", 4: "new", 5: "new", 6: "doubtful", 7: "new"}
    chair.post(page, {"lam": "sua", "tl:6": "skip"})
    assert fates(one) == {3: "new", 4: "new", 5: "new", 6: "left_out", 7: "new"}
    assert state() == before
    chair.post(page, {"lam": "nhap"})
    assert known() == [
        ("Giàng A Tủa", False, "02/01/1990", "0987000001"), ("Lý A Páo", False, "", ""),
        ("Sùng Mí Sò", False, "1991", "0987000003"), ("Vừ Thị Dở", True, "1985", ""),
    ]  # fmt: skip
    assert figures(cast[HERE], "total", "women", "admitted") == [4, 1, 4]
    after = state()

    chair.post(page, {"lam": "hoan-tac"})
    assert (state(), known(), Import.objects.get().state) == (before, [], "back")
    chair.post(page, {"lam": "nhap-lai"})
    assert state() == after
    assert actions.fates_of(Import.objects.get())[0].values["name"] == "Giàng A Tủa"


def known() -> list[tuple[str, bool | None, str, str]]:
    """The members the book has."""
    held = Membership.objects.filter(unmade=None).select_related("person")
    return sorted((one.person.name, one.person.woman, one.person.born, one.person.phone) for one in held)
