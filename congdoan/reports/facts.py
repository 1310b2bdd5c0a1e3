"""What a report knows about itself: who issues it, under whom, when and where, who signs."""

from datetime import date, timedelta

from django.utils import timezone

from congdoan.base.period import Period
from congdoan.base.words import small
from congdoan.officers.queries import term_on
from congdoan.org import queries
from congdoan.org.models import Naming, Unit

from . import misses
from .models import Report

NAMED = 20  # predecessors named
TYPE = "BC"  # the abbreviation of báo cáo in symbols


def facts(report: Report) -> dict[str, str]:
    """Every fact of `vocabulary.FACTS`, as it is to be printed: a draft leaves the number and the day open."""
    period, on = Period.parse(report.period), report.issued_on or report.last_on
    naming, above = queries.naming(report.unit, on), _superior(report.unit, on, report.last_on)
    return {
        **_periods(period),
        **_term(report.unit, period),
        **_signing(report, naming),
        "cong-doan": naming.name if naming else report.unit.name,
        "cap-tren": above.name if above else "",
        "dau-trang-cap-tren": (naming and naming.superior_line) or (above.issuer_line if above else ""),
        "dau-trang-cong-doan": naming.issuer_line if naming else report.unit.name.upper(),
        "so-ky-hieu": number_line(report, naming),
        "dia-danh-ngay": place_and_day(naming, report.issued_on),
        "du-thao": "" if report.state == Report.State.ISSUED else "DỰ THẢO",
        "kem-theo": _attached(report, naming),
        "noi-nhan": "\n".join(_recipients(above, report.unit)),
        "so-uoc-truoc": "\n".join(misses.told(report)),
        "tien-than": _heritage(report),
        "ngay-chot": _frozen(report),
    }


def _heritage(report: Report) -> str:
    """Whether what predecessors did is in the figures, and who they are."""
    names = [unit.name for unit in queries.predecessors(report.unit, report.last_on, report.frozen_at)]
    if not names:
        return ""
    more = f" và {len(names) - NAMED} công đoàn nữa" if len(names) > NAMED else ""
    said = "gồm cả phần" if report.tree_on else "không gồm phần"
    return f"Số liệu {said} của các công đoàn tiền thân: {'; '.join(names[:NAMED])}{more}."


def symbol(naming: Naming | None) -> str:
    """What stands behind the number: BC-CĐVC."""
    return f"{TYPE}-{naming.symbol}" if naming and naming.symbol else TYPE


def number_line(report: Report, naming: Naming | None) -> str:
    """`Số: 12/BC-CĐVC`; a draft leaves room for the number."""
    number = small(report.number) if report.number else "      "
    return f"Số: {number}/{report.symbol or symbol(naming)}"


def place_and_day(naming: Naming | None, day: date | None) -> str:
    """Days below ten and the first two months take a leading nought (Nghị định 30/2020)."""
    place = naming.place_name if naming and naming.place_name else "…"
    if day is None:
        return f"{place}, ngày     tháng     năm"
    return f"{place}, {_day(day)}"


def _day(day: date) -> str:
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def _superior(unit: Unit, on: date, last_on: date) -> Naming | None:
    """The union it stands under on the paper's day; of one that has ended by then, the last one."""
    superior = queries.parent(unit, on) or queries.parent(unit, last_on)
    return queries.naming(superior, on) if superior else None


def _periods(period: Period) -> dict[str, str]:
    after = period.following()
    return {
        "ky": _inside(period),
        "ky-sau": _inside(after) if after else "thời gian tới",
        "ky-truoc": _inside(period.year_before()),
        "nam": str(period.year),
        "nam-truoc": str(period.year - 1),
    }


def _term(unit: Unit, period: Period) -> dict[str, str]:
    """A period that is a union's term bears its name."""
    term = term_on(unit, period.last)
    if term is None or (term.from_on, term.to_on) != (period.first, period.last + timedelta(days=1)):
        return {}
    return {"ky": f"nhiệm kỳ {term.from_on.year}–{term.to_on.year}", "ky-sau": "nhiệm kỳ tới"}


def _inside(period: Period) -> str:
    """A period's name inside a sentence."""
    label = period.label()
    return label[:1].lower() + label[1:]


def _signing(report: Report, naming: Naming | None) -> dict[str, str]:
    return {
        "the-thuc-ky": naming.signs_for if naming else "",
        "chuc-vu-ky": naming.signer_title if naming else "",
        "nguoi-ky": report.signer or (naming.signer_name if naming else ""),
    }


def _attached(report: Report, naming: Naming | None) -> str:
    line = f"Kèm theo Báo cáo {number_line(report, naming).replace('Số: ', 'số ')}"
    if report.issued_on is None or naming is None:
        return line
    return f"{line} {_day(report.issued_on)} của {naming.name}"


def _recipients(above: Naming | None, unit: Unit) -> list[str]:
    return [
        *([f"- {above.name} (báo cáo);"] if above else []),
        "- Ban Chấp hành, Ủy ban kiểm tra;",
        *(["- Các công đoàn trực thuộc;"] if not unit.kind.grassroots else []),
        "- Lưu: VT.",
    ]


def _frozen(report: Report) -> str:
    if report.frozen_at is None:
        return ""
    return f"{timezone.localtime(report.frozen_at):%H:%M ngày %d/%m/%Y}"
