"""Lists taken in by a program, as an officer does it in pages."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from congdoan.imports.sheets import open_book
from congdoan.members.models import Membership
from tests.api.program import Program, program, said
from tests.cast import Cast
from tests.imports.sheeted import workbook
from tests.web.samples import UNIT

pytestmark = pytest.mark.django_db
ROWS = (("Vàng A Sử", "Nam", "05/03/1990"), ("Lý Thị Mẩy", "Nữ", "31/02/1991"), ("Giàng Seo Lử", "Nam", ""))


def file(*rows: tuple[str, ...]) -> SimpleUploadedFile:
    head = ("Họ và tên", "Giới tính", "Ngày sinh")
    return SimpleUploadedFile("ds.xlsx", workbook(*rows, head=head))


def sent(mine: Program) -> str:
    uid = said(mine.upload(f"/units/{UNIT}/imports", {"sort": "members", "file": file(*ROWS)}))["uid"]
    said(mine.send(f"/imports/{uid}/choose", {"how": "admitted", "on": "2024-03-01"}))
    return str(uid)


def here() -> int:
    return Membership.objects.filter(unit__code=UNIT, unmade=None).count()


def test_the_whole_way_sent_mended_taken_in_undone_and_put_back(cast: Cast) -> None:
    mine = program(cast, "chair")
    uid = sent(mine)
    read = said(mine.get(f"/imports/{uid}"))
    assert [one["column"] for one in read["columns"]] == ["name", "woman", "born_on"]
    assert (read["state"], read["counts"]) == ("open", {"new": 2, "refused": 1})
    (bad,) = said(mine.get(f"/imports/{uid}/rows", fate="refused"))["items"]
    assert (bad["row"], bad["column"], bad["values"]["name"]) == (3, "born_on", "Lý Thị Mẩy")
    assert "31/02/1991" in bad["why"]
    error = said(mine.send(f"/imports/{uid}/take-in", {}), 422)["error"]
    assert "Còn 1 dòng chưa nhập được" in error["message"]
    assert here() == 0
    said(
        mine.send(f"/imports/{uid}/mend", {"cells": [{"row": 3, "column": "born_on", "value": "28/02/1991"}]})
    )
    said(mine.send(f"/imports/{uid}/take-in", {}))
    assert here() == 3
    said(mine.send(f"/imports/{uid}/undo", {}))
    assert (here(), said(mine.get(f"/imports/{uid}"))["state"]) == (0, "back")
    said(mine.send(f"/imports/{uid}/redo", {}))
    assert here() == 3
    assert [one["uid"] for one in said(mine.get(f"/units/{UNIT}/imports"))["items"]] == [uid]


def test_only_the_good_rows_and_the_same_key_once(cast: Cast) -> None:
    mine = program(cast, "chair")
    uid = sent(mine)
    first = said(mine.send(f"/imports/{uid}/take-in", {"only_good": True}, key="nhập"))
    assert said(mine.send(f"/imports/{uid}/take-in", {"only_good": True}, key="nhập")) == first
    assert here() == 2


def test_a_column_is_chosen_otherwise_and_one_there_is_not_is_refused(cast: Cast) -> None:
    mine = program(cast, "chair")
    uid = sent(mine)
    said(mine.send(f"/imports/{uid}/choose", {"columns": {"2": ""}}))
    read = said(mine.get(f"/imports/{uid}"))
    assert ([one["column"] for one in read["columns"]], read["counts"]) == (["name", "woman", ""], {"new": 3})
    wrong = said(mine.send(f"/imports/{uid}/choose", {"columns": {"9": "name"}}), 422)["error"]
    assert [one["field"] for one in wrong["fields"]] == ["cot-9"]


def test_what_cannot_be_taken_in_is_handed_out_with_the_reasons(cast: Cast) -> None:
    mine = program(cast, "chair")
    content = mine.get(f"/imports/{sent(mine)}/file", fate="refused").content
    (sheet,) = open_book(content, "tra-lai.xlsx")
    assert any("31/02/1991" in str(cell) for row in sheet.rows for cell in row)


def test_a_blank_has_what_the_sort_asks(cast: Cast) -> None:
    mine = program(cast, "chair")
    sorts = said(mine.get(f"/units/{UNIT}/import-sorts"))
    assert {"members", "care"} <= {one["sort"] for one in sorts}
    assert mine.get(f"/units/{UNIT}/import-sorts/members/blank").content[:2] == b"PK"
    assert mine.get(f"/units/{UNIT}/import-sorts/khong-co/blank").status_code == 404


def test_others_find_no_file_and_send_none(cast: Cast) -> None:
    uid = sent(program(cast, "chair"))
    for part in ("neighbour", "other_chair", "reader"):
        other = program(cast, part)
        assert other.get(f"/imports/{uid}").status_code == 404
        assert other.send(f"/imports/{uid}/take-in", {}).status_code == 404
    reader = program(cast, "reader")
    answer = reader.upload(f"/units/{UNIT}/imports", {"sort": "members", "file": file(*ROWS)})
    assert answer.status_code == 403
    assert here() == 0


def test_what_is_no_spreadsheet_is_refused(cast: Cast) -> None:
    upload = SimpleUploadedFile("ds.xlsx", b"\x89PNG" + bytes(range(256)))
    answer = program(cast, "chair").upload(f"/units/{UNIT}/imports", {"sort": "members", "file": upload})
    assert answer.status_code == 422
