"""The steps of a report, each on its own page: freeze, issue, what came after, the files handed out."""

import io
import zipfile
from typing import Any

import pytest

from congdoan.base import store
from congdoan.base.period import Period, today
from congdoan.records import actions as records
from congdoan.records import doubts
from congdoan.records.doubts.upheld import Upheld
from congdoan.reports import pdf
from congdoan.reports.models import Report
from tests.cast import Cast, found
from tests.reports.book import PERIOD, begun, frozen, gifts, issued
from tests.reports.visiting import enter, page, text, url


def test_freezing_is_asked_first_and_says_what_is_missing(cast: Cast) -> None:
    report, officer = begun(cast), enter(cast, "officer")
    status, html = page(officer, url(report, "chot"))
    assert (status, report.state) == (200, "draft")
    assert "Chỗ còn trống" in html
    assert "0/3</b>, còn 03" in html
    assert officer.post(url(report, "chot")).status_code == 302
    assert Report.objects.get().state == "frozen"
    assert officer.get(url(report, "chot")).status_code == 302


def test_figures_that_look_odd_are_settled_by_a_word_until_they_change(cast: Cast) -> None:
    for n in (1, 2):
        found(f"moi-{n}", "grassroots", f"CĐCS Mới {n}", cast["laocai-cdvc"])
    report, officer = begun(cast), enter(cast, "officer")
    days, odd = Period.parse(PERIOD), "Có 5 công đoàn cơ sở nhưng chỉ 3 cơ quan"
    html = page(officer, url(report, "chot"))[1]
    sentence = next(line.sentence for line in doubts.of(report.unit, days) if line.sentence.startswith(odd))
    assert "Vẫn đúng" in html
    refused = officer.post(url(report, "van-dung"), {"sentence": sentence, "why": ""})
    assert (refused.status_code, "Chưa ghi vì sao vẫn đúng." in text(refused)) == (422, True)
    officer.post(url(report, "van-dung"), {"sentence": sentence, "why": "hai nơi mới lập"})
    html = page(officer, url(report, "chot"))[1]
    assert "hai nơi mới lập" in html
    assert "Ghi vì sao vẫn đúng" not in html
    found("moi-3", "grassroots", "CĐCS Mới 3", cast["laocai-cdvc"])
    assert "Ghi vì sao vẫn đúng" in page(officer, url(report, "chot"))[1]
    late = officer.post(url(report, "van-dung"), {"sentence": sentence, "why": "như trên"})
    assert (late.status_code, "Số liệu vừa đổi" in text(late), Upheld.objects.count()) == (422, True, 1)


def test_a_period_not_yet_over_is_said_before_freezing(cast: Cast) -> None:
    report = begun(cast, period=str(today().year))
    assert "Kỳ báo cáo đến hết ngày 31/12" in page(enter(cast, "officer"), url(report, "chot"))[1]


def test_issuing_asks_for_signer_day_and_number_and_keeps_what_was_typed(cast: Cast) -> None:
    report, officer = frozen(cast), enter(cast, "officer")
    html = page(officer, url(report, "ban-hanh"))[1]
    assert "lấy số tiếp theo trong năm: 1." in html
    assert "Nêu nhận xét" in html
    given = {"signer": "Trần Văn Bình", "on": "2020-01-01", "number": "12"}
    refused = officer.post(url(report, "ban-hanh"), given)
    assert (refused.status_code, "không thể trước ngày chốt" in text(refused)) == (422, True)
    assert 'value="12"' in text(refused)
    done = officer.post(url(report, "ban-hanh"), {**given, "on": today().isoformat()})
    assert done["Location"] == url(report)
    html = page(officer, url(report))[1]
    assert "số 12/BC-CĐVC" in html
    assert Report.objects.get().docx in html
    assert "<textarea" not in html


def test_what_came_after_is_listed_and_the_chips_say_so(cast: Cast) -> None:
    first = gifts(cast)
    report, officer = frozen(cast), enter(cast, "officer")
    assert "Chưa có số nào khác đi." in page(officer, url(report))[1]
    records.withdraw(record=first, by=cast.users["chair"].pk, why="ghi trùng với CĐVC")
    html = page(officer, url(report))[1]
    assert 'class="figure-chip changed" href="/so-lieu/CAR-04?cd=laocai-cdvc&amp;ky=2024-H1"' in html
    assert 'class="figure-chip frozen"' in html
    assert "Lý do: ghi trùng với CĐVC" in html
    assert "Nguyễn Thị Mai" in html


def test_thawing_needs_its_reason(cast: Cast) -> None:
    report, officer = frozen(cast), enter(cast, "officer")
    assert officer.post(url(report, "bo-chot"), {"why": ""}).status_code == 422
    assert officer.post(url(report, "bo-chot"), {"why": "còn thiếu"}).status_code == 302
    assert Report.objects.get().state == "draft"


def test_the_file_handed_out_is_the_one_kept(cast: Cast) -> None:
    gifts(cast)
    report, officer = issued(cast), enter(cast, "officer")
    got = officer.get(url(report, "tep.docx"))
    assert got.content == store.get(report.docx)
    assert got["Content-Disposition"] == 'attachment; filename="01-bc-cdvc-laocai-cdvc-2024-h1.docx"'
    assert (got["X-Content-Type-Options"], "no-store" in got["Cache-Control"]) == ("nosniff", True)


def test_the_excel_file_lists_the_figures(cast: Cast) -> None:
    gifts(cast)
    report = frozen(cast)
    content = enter(cast, "officer").get(url(report, "tep.xlsx")).content
    sheet = zipfile.ZipFile(io.BytesIO(content)).read("xl/sharedStrings.xml").decode()
    assert [
        word for word in ("CAR-04", "Số suất quà Tết đã trao", "riêng cấp này") if word not in sheet
    ] == []


def test_without_libreoffice_no_pdf_is_promised(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    report, officer = issued(cast), enter(cast, "officer")
    monkeypatch.setenv("PATH", str(tmp_path))
    html = page(officer, url(report))[1]
    assert ("tep.pdf" in html, "chưa cài LibreOffice" in html) == (False, True)
    assert page(officer, url(report, "tep.pdf"))[0] == 422
    monkeypatch.setattr(pdf, "to_pdf", lambda docx: b"%PDF")
    monkeypatch.setattr(pdf, "available", lambda: True)
    assert "tep.pdf" in page(officer, url(report))[1]
    assert officer.get(url(report, "tep.pdf")).content == b"%PDF"
