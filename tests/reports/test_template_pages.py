"""The page where a union brings its own templates, and takes them back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from congdoan.reports import library
from congdoan.reports.wording import WORDINGS
from tests.cast import Cast
from tests.reports.book import UPPER
from tests.reports.papers import in_document, paper, with_part
from tests.reports.visiting import enter, page, text


@pytest.mark.parametrize(
    ("docx", "why"),
    [
        (b"MZ khong phai Word", "Word"),
        (paper("{{số: XYZ-99}}", "{{ os.system }}"), "XYZ-99"),
        (with_part(paper("Có."), {"word/vbaProject.bin": b"x"}), "có chứa macro"),
        (in_document(paper("Có."), "<w:p><w:r><w:object/></w:r></w:p>"), "tệp khác nhúng bên trong"),
        (b"x" * (5 * 1024 * 1024 + 1), "nặng quá 5 MB"),
    ],
)
def test_a_hostile_template_is_refused_beside_its_field(cast: Cast, docx: bytes, why: str) -> None:
    file = SimpleUploadedFile("mau.docx", docx)
    answer = enter(cast, "officer").post(f"/bao-cao/mau?cd={UPPER}", {"name": "Mẫu của tôi", "file": file})
    assert (answer.status_code, why in text(answer)) == (422, True)
    assert 'value="Mẫu của tôi"' in text(answer)
    assert set(library.choices(cast[UPPER])) <= set(WORDINGS)


def test_a_template_is_brought_offered_fetched_and_taken_back(cast: Cast) -> None:
    officer, docx = enter(cast, "officer"), paper("Có {{số: CAR-04}} suất.")
    given = {"name": "Báo cáo quý", "file": SimpleUploadedFile("mau.docx", docx)}
    assert officer.post(f"/bao-cao/mau?cd={UPPER}", given)["Location"] == "/bao-cao/mau"
    offered = page(officer, f"/bao-cao/?cd={UPPER}&ky=2024-Q1")[1]
    assert "Báo cáo quý I năm 2024" in offered
    assert "Báo cáo sơ kết 6 tháng đầu năm 2024" in offered
    name = next(key for key in library.choices(cast[UPPER]) if key not in WORDINGS)
    assert officer.get(f"/bao-cao/mau/{name}/tep").content == docx
    assert officer.get("/bao-cao/mau/half_year/tep").content == library.content("half_year")
    assert enter(cast, "neighbour").post(f"/bao-cao/mau/{name}/bo").status_code == 404
    assert enter(cast, "reader").post(f"/bao-cao/mau/{name}/bo").status_code == 422
    assert officer.post(f"/bao-cao/mau/{name}/bo").status_code == 302
    assert set(library.choices(cast[UPPER])) <= set(WORDINGS)
