"""`congdoan report`: drafts that are the same while nothing changed, an issued file made once, refusals in a sentence."""

from datetime import date
from pathlib import Path

import pytest

from congdoan.audit.models import Event
from congdoan.base import store
from congdoan.cli import main
from congdoan.records import actions as records
from congdoan.reform import actions as reform
from congdoan.reports import actions, pdf
from congdoan.reports.models import Report
from tests.cast import Cast
from tests.reports.book import PERIOD, UPPER, begun, gifts, template
from tests.reports.papers import said


def report(
    out: Path, *more: str, unit: str = UPPER, period: str = PERIOD, template: str = "half_year"
) -> int:
    line = ["report", "--unit", unit, "--period", period, "--template", template, "--out", str(out), *more]
    return main(line)


def written(out: Path, *more: str, **how: str) -> bytes:
    assert report(out, *more, **how) == 0
    return out.read_bytes()


def test_a_draft_is_the_same_bytes_while_nothing_changed_and_writes_nothing(
    cast: Cast, tmp_path: Path
) -> None:
    gifts(cast)
    first = written(tmp_path / "a.docx")
    assert written(tmp_path / "b.docx") == first
    assert written(tmp_path / "a.xlsx") == written(tmp_path / "b.xlsx")
    assert Report.objects.count() == 0
    gifts(cast)
    assert written(tmp_path / "c.docx") != first
    assert "03 suất quà Tết" in said(first)


def test_the_report_under_way_is_the_draft(cast: Cast, tmp_path: Path) -> None:
    actions.write(report=begun(cast), name="han-che", text="Ghi còn chậm.", by=None)
    assert "Ghi còn chậm." in said(written(tmp_path / "r.docx"))


def test_it_is_issued_once_and_handed_out_ever_after(cast: Cast, tmp_path: Path) -> None:
    record = gifts(cast)
    first = written(tmp_path / "a.docx", "--issue", "--by", "officer")
    records.withdraw(record=record, by=None, why="ghi trùng")
    reform.rename(unit=cast[UPPER], on=date(2024, 1, 1), by=None, symbol="KHÁC")
    assert written(tmp_path / "b.docx", "--issue", "--by", "officer") == first
    assert written(tmp_path / "c.docx", "--issue") == first, (
        "who asks for what is there need not answer for it"
    )
    issued = Report.objects.get()
    assert (store.get(issued.docx), issued.number, issued.state) == (first, 1, "issued")
    assert issued.issued
    assert issued.issued.by == cast.users["officer"].pk
    assert Event.objects.filter(action="cli.report", what=str(issued.uid), by=None).count() == 3


def test_an_issued_report_of_a_template_since_taken_back_is_still_handed_out(
    cast: Cast, tmp_path: Path
) -> None:
    own = template(cast)
    first = written(tmp_path / "a.docx", "--issue", "--by", "officer", template=own)
    found = actions.library.find(own)
    assert found
    actions.library.retire(template=found, by=None, why="")
    assert written(tmp_path / "b.docx", "--issue", template=own) == first


def test_a_frozen_report_is_issued_with_the_figures_it_was_frozen_with(cast: Cast, tmp_path: Path) -> None:
    gifts(cast)
    actions.freeze(report=begun(cast), by=None)
    gifts(cast, "laocai-y-te")
    text = said(written(tmp_path / "a.docx", "--issue", "--by", "officer"))
    assert "trao 03 suất quà Tết" in text


def test_the_pdf_is_made_of_the_issued_file(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []
    monkeypatch.setattr(pdf, "to_pdf", lambda docx: asked.append(docx) or b"%PDF")
    docx = written(tmp_path / "a.docx", "--issue", "--by", "officer")
    assert written(tmp_path / "a.pdf", "--issue") == written(tmp_path / "b.pdf", "--issue") == b"%PDF"
    assert asked == [docx]


@pytest.mark.parametrize(
    ("more", "how", "why"),
    [
        ((), {"unit": "khong-co"}, "khong-co"),
        ((), {"period": "2024-H3"}, "2024-H3"),
        ((), {"period": "2099-H1"}, "chưa bắt đầu"),
        ((), {"period": "1990-H1"}, "không hoạt động"),
        ((), {"template": "khong-co"}, "khong-co"),
        ((), {"template": "z" * 36}, "zzz"),
        (("--issue",), {"template": "khong-co"}, "--by"),
        (("--issue", "--by", "officer"), {"template": "khong-co"}, "khong-co"),
        (("--issue",), {}, "--by"),
        (("--issue", "--by", "khong-ai"), {}, "--by"),
    ],
)
def test_what_is_refused_is_one_sentence_and_nothing_is_written(
    cast: Cast,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    more: tuple[str, ...],
    how: dict[str, str],
    why: str,
) -> None:
    assert report(tmp_path / "r.docx", *more, **how) == 1
    told = capsys.readouterr()
    assert why in told.err
    assert (len(told.err.strip().splitlines()), told.out) == (1, "")
    assert (Report.objects.count(), list(tmp_path.iterdir())) == (0, [])


@pytest.mark.parametrize("name", ["r.txt", "khong-co/r.docx", "r"])
def test_a_file_that_cannot_be_written_is_said(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert report(tmp_path / name) == 1
    assert "hãy" in capsys.readouterr().err


def test_without_libreoffice_the_pdf_is_refused_plainly(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert report(tmp_path / "r.pdf") == 1
    assert "chưa cài LibreOffice" in capsys.readouterr().err
