"""The pages of score sheets: a union scores, its superior verifies; what was typed is kept."""

import uuid

import pytest
from django.urls import reverse

from congdoan.ratings.models import Scheme, Sheet
from congdoan.records.kinds.rating import RatedUnion
from tests.cast import Cast
from tests.ratings.acts import TEXT, UPPER, scheme, sent, verified
from tests.records.filled import as_
from tests.records.sheets import sheets

pytestmark = pytest.mark.django_db
UNIT = "laocai-tu-phap"


def test_a_scheme_is_entered_scored_by_the_chair_and_verified_above(cast: Cast) -> None:
    officer, chair = as_(cast, "officer"), as_(cast, "chair")
    said = {"uid": str(uuid.uuid4()), "cd": UPPER, "rated": "union", "name": "Bảng chấm", "basis": "HD 05"}
    said |= {"first_year": "2020", "criteria": TEXT, "limits": "90; 70; 50"}
    assert officer.post("/xep-loai/mau/moi", said).status_code == 302
    url = f"/xep-loai/cham/{Scheme.objects.get(unit=cast[UPPER]).uid}"
    assert url in chair.get("/xep-loai/?nam=2024").content.decode()
    marks = {"cd": UNIT, "nam": "2024", "c1": "40", "c2": "19,5", "c3": ""}
    assert chair.post(url, marks).status_code == 302
    refused = chair.post(url, marks | {"gui": "1"})
    assert refused.status_code == 422
    assert "Tiêu chí 3 chưa có điểm" in refused.content.decode()
    chair.post(url, marks | {"c3": "35", "gui": "1"})
    sheet = Sheet.objects.get()
    assert (sheet.state, sheet.self_grade) == ("sent", "excellent")
    page = f"/xep-loai/bang/{sheet.uid}"
    assert chair.get(f"{page}/tham-dinh").status_code == 403
    assert 'value="19,5"' in officer.get(f"{page}/tham-dinh").content.decode()
    officer.post(f"{page}/tham-dinh", {"c1": "30", "c2": "19,5", "c3": "35", "on": "2025-01-20"})
    text = chair.get(page).content.decode()
    assert "84,5" in text
    assert "94,5" in text
    record = officer.get(f"/viec/{Sheet.objects.get().found.uid}").content.decode()
    assert page in record


def test_too_many_points_are_said_beside_the_criterion_and_kept(cast: Cast) -> None:
    url = reverse("sheet_score", args=[scheme(cast).uid])
    refused = as_(cast, "chair").post(url, {"cd": UNIT, "nam": "2024", "c1": "41"})
    assert refused.status_code == 422
    assert "từ 0 đến 40" in refused.content.decode()
    assert 'value="41"' in refused.content.decode()


def test_why_stands_beside_the_points_on_screen_and_on_paper(cast: Cast) -> None:
    chair, officer = as_(cast, "chair"), as_(cast, "officer")
    marks = {
        "cd": UNIT,
        "nam": "2024",
        "c1": "40",
        "c2": "19,5",
        "c3": "35",
        "n2": "Biên bản 5/1",
        "gui": "1",
    }
    chair.post(reverse("sheet_score", args=[scheme(cast).uid]), marks)
    page = f"/xep-loai/bang/{Sheet.objects.get().uid}"
    found = {"c1": "30", "c2": "19,5", "c3": "35", "n1": "Thiếu ba lượt", "on": "2025-01-20"}
    officer.post(f"{page}/tham-dinh", found)
    assert "Thẩm định: Thiếu ba lượt" in chair.get(page).content.decode()
    assert 'value="Thiếu ba lượt"' in officer.get(f"{page}/tham-dinh").content.decode()
    (sheet,) = sheets(chair.get(f"{page}.xlsx").content)
    rows = [[cell for cell in row if cell not in (None, "")] for row in sheet.rows]
    assert ["2", "Tết", 20, 19.5, 19.5, "Biên bản 5/1"] in rows
    assert ["Chăm lo", 60, 59.5, 49.5] in rows
    assert ["Tổng cộng", 100, 94.5, 84.5] in rows
    assert "Tự xếp loại: Hoàn thành xuất sắc" in str(sheet.rows)
    assert chair.get(f"{page}.docx").status_code == 200
    assert chair.get(f"{page}.pdf").status_code == 404


def test_a_sheet_beyond_a_hundred_points_is_warned_of_and_counts(cast: Cast) -> None:
    beyond = scheme(cast, text=f"{TEXT}\nĐiểm thưởng; 5", other_sum=True)
    done = verified(sent(cast, 40, 20, 40, 5, scheme=beyond), 40, 20, 40, 4)
    assert (done.grade, RatedUnion.objects.get(record=done.found).score) == ("excellent", "104")
    page = as_(cast, "chair").get(reverse("rating_scheme", args=[beyond.uid])).content.decode()
    assert "Điểm tối đa cộng lại được 105" in page


def test_a_sheet_is_given_back_by_who_verifies_and_nobody_else(cast: Cast) -> None:
    page = f"/xep-loai/bang/{sent(cast, 40, 20, 35).uid}"
    assert as_(cast, "reader").post(f"{page}/tra-lai", {"why": "Thử"}).status_code == 403
    assert as_(cast, "neighbour").get(page).status_code == 404
    as_(cast, "officer").post(f"{page}/tra-lai", {"why": "Thiếu minh chứng"})
    assert Sheet.objects.get().returned_why == "Thiếu minh chứng"
