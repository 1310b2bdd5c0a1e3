"""The PDF is the same Word file, printed by LibreOffice; where it is not installed, that is said."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from congdoan.base.errors import Refused
from congdoan.reports import pdf
from congdoan.reports.wording.half_year import HALF_YEAR
from tests.reports.papers import paper
from tests.reports.sample import BASE_URL, made


def program(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put another LibreOffice in the way."""
    file = folder / "soffice"
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_without_libreoffice_it_is_said_plainly(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not pdf.available()
    with pytest.raises(Refused, match="chưa cài LibreOffice"):
        pdf.to_pdf(paper("Có."))


def test_a_file_it_cannot_print_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program(tmp_path, "exit 1", monkeypatch)
    with pytest.raises(Refused, match="không in được"):
        pdf.to_pdf(paper("Có."))


def test_one_that_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program(tmp_path, "while :; do :; done", monkeypatch)
    with pytest.raises(Refused, match="chưa xong"):
        pdf.to_pdf(paper("Có."), seconds=0)


def test_the_printed_report_is_a4_numbered_linked_and_whole() -> None:
    docx = made(HALF_YEAR.path.read_bytes(), issued=True).docx
    if not pdf.available():
        with pytest.raises(Refused):
            pdf.to_pdf(docx)
        return
    pages = PdfReader(io.BytesIO(pdf.to_pdf(docx))).pages
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {(595, 842)}
    texts = [page.extract_text() for page in pages]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in texts[0]
    assert not texts[0].lstrip().startswith("1")
    assert texts[1].lstrip().startswith("2")
    links = {
        note["/A"]["/URI"] for page in pages for note in page.get("/Annots", []) if "/A" in note.get_object()
    }
    assert f"{BASE_URL}/so-lieu/CAR-04/?ky=2024-H1" in links
