"""The pages of reports: who may see and do what; the paper, its numbers, its open places."""

from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from congdoan.base.period import today
from congdoan.records import actions as records
from congdoan.records.record import Record
from congdoan.reform import actions as reform
from congdoan.reports import actions, rendering
from congdoan.reports.models import FreeText, Report
from tests.cast import Cast, care
from tests.reports.book import PERIOD, UPPER, begun, frozen, gifts, template
from tests.reports.visiting import LIST, deeds, enter, page, pages, text, url


def test_the_list_offers_reports_and_begins_the_one_chosen(cast: Cast) -> None:
    officer = enter(cast, "officer")
    status, html = page(officer, LIST)
    assert (status, html.count("Soạn báo cáo</button>")) == (200, 1)
    assert "Báo cáo sơ kết 6 tháng đầu năm 2024" in html
    assert "Chưa có báo cáo nào" in html
    begun_at = officer.post(f"/bao-cao/soan?cd={UPPER}&ky=2024", {"template": "half_year"})
    report = Report.objects.get()
    assert (begun_at.url, report.period, report.unit.code) == (url(report), "2024-H2", UPPER)  # type: ignore[attr-defined]
    again = officer.post(f"/bao-cao/soan?cd={UPPER}&ky=2024-H2", {"template": "half_year"})
    assert (again.url, Report.objects.count()) == (url(report), 1)  # type: ignore[attr-defined]


def test_a_report_that_cannot_be_begun_says_why_and_keeps_the_list(cast: Cast) -> None:
    begun(cast)
    officer = enter(cast, "officer")
    refused = officer.post(f"/bao-cao/soan?cd={UPPER}&ky=2099-H1", {"template": "half_year"})
    assert (refused.status_code, "chưa bắt đầu" in text(refused)) == (422, True)
    assert "Báo cáo sơ kết 6 tháng đầu năm 2024" in text(refused)
    odd = officer.post(f"/bao-cao/soan?cd={UPPER}&ky={PERIOD}", {"template": "khong-co"})
    assert (odd.status_code, "Lựa chọn này không có" in text(odd)) == (422, True)


def test_a_reader_reads_and_changes_nothing(cast: Cast) -> None:
    report, reader = frozen(cast), enter(cast, "reader")
    status, html = page(reader, url(report))
    assert (status, "Ban hành…" in html, "<textarea" in html) == (200, False, False)
    assert "<form" not in page(reader, LIST)[1].split("<main")[1]
    assert {reader.post(deed, {"why": "x", "signer": "x"}).status_code for deed in deeds(report)} == {422}
    assert {page(reader, url(report, step))[0] for step in ("chot", "ban-hanh")} == {422}
    begin = reader.post(f"/bao-cao/soan?cd={UPPER}&ky={PERIOD}", {"template": "half_year"})
    upload = reader.post(
        f"/bao-cao/mau?cd={UPPER}", {"name": "x", "file": SimpleUploadedFile("a.docx", b"x")}
    )
    assert (begin.status_code, upload.status_code) == (422, 422)
    assert Report.objects.get().state == "frozen"


@pytest.mark.parametrize("part", ["neighbour", "chair", "stranger"])
def test_nobody_beside_or_below_knows_the_report_is_there(cast: Cast, part: str) -> None:
    report, own = frozen(cast), template(cast, "laocai-ldld")
    outsider = enter(cast, part)
    assert {page(outsider, path)[0] for path in pages(report)} == {404}
    assert {outsider.post(deed).status_code for deed in deeds(report)} == {404}
    assert page(outsider, f"/bao-cao/?cd={UPPER}")[0] == 404
    allowed = {"neighbour": 404, "chair": 200, "stranger": 404}[part]
    assert outsider.get(f"/bao-cao/mau/{own}/tep").status_code == allowed


def test_who_is_not_logged_in_is_led_to_the_door(cast: Cast) -> None:
    report = frozen(cast)
    anybody = Client()
    answers = [anybody.get(path) for path in (*pages(report), LIST, "/bao-cao/mau")]
    answers += [anybody.post(deed) for deed in deeds(report)]
    assert {(a.status_code, urlsplit(a["Location"]).path) for a in answers} == {(302, "/dang-nhap")}


def test_nonsense_in_the_address_leads_nowhere(cast: Cast) -> None:
    report, officer = frozen(cast), enter(cast, "officer")
    odd = [
        "/bao-cao/00000000-0000-0000-0000-000000000000",
        f"/bao-cao/{'a' * 36}/tep.docx",
        f"/bao-cao/mau/{'a' * 36}/tep",
        "/bao-cao/in-so/XYZ-99",
        f"/bao-cao/in-so/CAR-04?cd={UPPER}&loc=mau",
        url(report, "so/XYZ-99?cd=laocai-cdvc&ky=2024-H1"),
        url(report, "so/CAR-04?cd=khong-co&ky=2024-H1"),
        url(report, "so/CAR-04?cd=yenbai-ldld&ky=2024-H1"),
        url(report, "so/CAR-04?cd=laocai-cdvc&ky=nam-ngoai"),
        url(report, "tep.exe"),
    ]
    assert {path: page(officer, path)[0] for path in odd} == dict.fromkeys(odd, 404)


def test_the_paper_shows_figures_numbers_of_headings_and_open_places(cast: Cast) -> None:
    gifts(cast)
    report = begun(cast)
    html = page(enter(cast, "officer"), url(report))[1]
    assert ">I. TÌNH HÌNH CHUNG</h2>" in html
    assert "1. Chăm lo đời sống đoàn viên, người lao động</h3>" in html
    assert 'data-ref="CAR-04"' in html
    assert 'name="place" value="han-che"' in html
    assert "Nơi chưa ghi" in html


def test_a_text_is_written_in_its_place_with_and_without_script(cast: Cast) -> None:
    report, officer = begun(cast), enter(cast, "officer")
    plain = officer.post(url(report, "viet"), {"place": "han-che", "text": "Còn <b>chậm</b>.\nChưa đều."})
    assert plain["Location"] == f"{url(report)}#cho-han-che"
    html = page(officer, url(report))[1]
    assert ">Còn &lt;b&gt;chậm&lt;/b&gt;.</p>" in html
    piece = officer.post(
        url(report, "viet"), {"place": "han-che", "text": "Đã sửa."}, headers={"HX-Request": "true"}
    )
    assert text(piece).lstrip().startswith('<div class="open-place" id="cho-han-che">')
    assert (FreeText.objects.get().text, "<html" in text(piece)) == ("Đã sửa.", False)
    assert officer.post(url(report, "viet"), {"place": "khac", "text": "x"}).status_code == 404


def test_last_years_words_stand_beside_the_same_place(cast: Cast) -> None:
    actions.write(report=begun(cast, period="2023-H1"), name="han-che", text="Năm ngoái ghi chậm.", by=None)
    assert "Năm ngoái ghi chậm." in page(enter(cast, "officer"), url(begun(cast)))[1]


def test_a_figure_at_a_glance(cast: Cast) -> None:
    first = gifts(cast)
    report, officer = frozen(cast), enter(cast, "officer")
    records.withdraw(record=first, by=None, why="ghi trùng")
    html = page(officer, url(report, f"so/CAR-04?cd={UPPER}&ky={PERIOD}&so=CAR-04"))[1]
    assert "<dt>Lúc chốt</dt><dd>3 suất</dd>" in html
    assert "<dt>Nay trong sổ</dt><dd>0 suất</dd>" in html
    part = page(officer, url(report, f"so/CAR-04?cd=laocai-tu-phap&ky={PERIOD}&so=CAR-04@laocai-tu-phap"))[1]
    assert "<dt>Lúc chốt</dt><dd>3 suất</dd>" in part
    child = page(officer, url(report, f"so/CAR-04?cd={UPPER}&ky=2023&pham-vi=below&loc=recipient=child"))[1]
    assert "Công đoàn Viên chức tỉnh Lào Cai (các cấp dưới), năm 2023; Đối tượng nhận: Con đoàn viên" in child
    share = page(officer, url(report, f"so/REP-02?cd={UPPER}&ky={PERIOD}&so=REP-02"))[1]
    assert "Báo Lào Cai, Sở Tư pháp tỉnh Lào Cai, Sở Y tế tỉnh Lào Cai" in share


def test_a_record_and_a_figure_tell_the_reports_they_are_in(cast: Cast) -> None:
    record = gifts(cast)
    report, officer = frozen(cast), enter(cast, "officer")
    assert str(report.uid) in page(officer, f"/bao-cao/cua-viec/{record.uid}")[1]
    assert "Chưa có báo cáo nào" in page(officer, f"/bao-cao/cua-viec/{gifts(cast).uid}")[1]
    printed = page(officer, f"/bao-cao/in-so/CAR-04?cd={UPPER}&ky={PERIOD}")[1]
    assert ("3 suất" in printed, str(report.uid) in printed) == (True, True)
    assert (
        str(report.uid) not in page(officer, f"/bao-cao/in-so/CAR-04?cd={UPPER}&ky={PERIOD}&loc=form=cash")[1]
    )
    assert page(enter(cast, "neighbour"), f"/bao-cao/cua-viec/{record.uid}")[0] == 404


def test_the_chair_sees_the_record_and_not_the_report_above(cast: Cast) -> None:
    record = gifts(cast)
    report = frozen(cast)
    status, html = page(enter(cast, "chair"), f"/bao-cao/cua-viec/{record.uid}")
    assert (status, str(report.uid) in html) == (200, False)


def test_the_union_that_paid_sees_who_counted_its_money(cast: Cast) -> None:
    record = care(cast["laocai-tu-phap"], cast.funds["laocai-xa-hoi"], date(2024, 2, 5))
    Record.objects.filter(pk=record.pk).update(payer=cast["laocai-y-te"])
    assert page(enter(cast, "other_chair"), f"/bao-cao/cua-viec/{record.uid}")[0] == 200


def test_a_union_that_has_left_is_seen_by_its_old_superior_in_its_days(cast: Cast) -> None:
    old, new = (begun(cast, "laocai-tu-phap", period=code) for code in ("2024-H1", "2025-H1"))
    reform.move(
        unit=old.unit, to=cast["yenbai-ldld"], on=today().replace(year=2024, month=12, day=1), by=None
    )
    officer = enter(cast, "officer")
    assert (page(officer, url(old))[0], page(officer, url(new))[0]) == (200, 404)
    assert officer.post(url(old, "chot")).status_code == 422


def test_the_page_asks_the_book_in_few_statements(cast: Cast, django_assert_max_num_queries: Any) -> None:
    gifts(cast)
    report, officer = begun(cast), enter(cast, "officer")
    with django_assert_max_num_queries(130):
        assert page(officer, url(report))[0] == 200
    with django_assert_max_num_queries(76):
        rendering.docx(report)
