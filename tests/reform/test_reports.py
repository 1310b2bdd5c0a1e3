"""Reports across a reform: those there were stay, a successor's may have its predecessors' work in it, and says so."""

from congdoan.base.period import Period
from congdoan.org.models import Unit
from congdoan.reform import plan, reorganising
from congdoan.reports import actions, rendering
from congdoan.reports.models import Report
from tests.cast import Cast
from tests.records.filled import as_
from tests.reform.test_reorganising import PLAN
from tests.reports.papers import body

YEAR = Period.parse("2024")


def begun(code: str) -> Report:
    return actions.begin(unit=Unit.objects.get(code=code), period=YEAR, template="year", by=None)


def printed(report: Report, code: str) -> object:
    """What a figure came to, as printed."""
    return next(one.answer.value for one in rendering.render(report).printed if one.answer.code == code)


def test_a_successors_report_has_its_predecessors_work_in_it_or_not_and_says_which(book: Cast) -> None:
    reorganising.carry_out(plan=plan.read(PLAN), by=None)
    report = begun("laocai-ldld")
    assert printed(report, "CAR-04") == 8
    assert "không gồm phần của các công đoàn tiền thân: CĐCS Sở Tư pháp" in texts(rendering.docx(report))
    actions.lay_over(report=report, heritage=True, by=None)
    assert printed(report, "CAR-04") == 15
    assert "gồm cả phần của các công đoàn tiền thân" in texts(rendering.docx(report))
    actions.freeze(report=report, by=None)
    assert printed(Report.objects.get(pk=report.pk), "CAR-04") == 15


def test_a_report_fixed_before_the_reform_stays_what_it_was(book: Cast) -> None:
    report = begun("laocai-ldld")
    actions.freeze(report=report, by=None)
    before = rendering.docx(report)
    reorganising.carry_out(plan=plan.read(PLAN), by=None)
    assert rendering.docx(Report.objects.get(pk=report.pk)) == before


def test_it_is_chosen_on_the_page(book: Cast) -> None:
    reorganising.carry_out(plan=plan.read(PLAN), by=None)
    book.users["administrator"].seats.update(role="officer")
    client, report = as_(book, "administrator"), begun("laocai-ldld")
    assert "không gồm" in client.get(f"/bao-cao/{report.uid}").content.decode()
    client.post(f"/bao-cao/{report.uid}/tien-than", {"heritage": "1"})
    assert "gồm cả" in client.get(f"/bao-cao/{report.uid}").content.decode()
    client.post(f"/bao-cao/{report.uid}/tien-than")
    assert Report.objects.get().tree_on is None


def texts(docx: bytes) -> str:
    """Every word of the file, the annex too."""
    return "".join(body(docx).itertext())
