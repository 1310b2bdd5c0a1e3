"""What is read out: figures and reports."""

import argparse
import json
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from congdoan.audit.actions import note
from congdoan.base.errors import Refused
from congdoan.base.period import Period, today
from congdoan.ledger import cuts
from congdoan.ledger.figures import Figure, figures
from congdoan.ledger.indicator import find
from congdoan.org import queries
from congdoan.targets.queries import sheet
from congdoan.targets.rows import Row
from congdoan.targets.saying import rounded

from .book import ready

SCOPES, TREES = ("own", "below", "all"), ("then", "now")


def declare(commands: Any) -> None:
    figure = commands.add_parser("figures", help="số liệu của một công đoàn trong một kỳ")
    figure.add_argument("--unit", required=True, metavar="MÃ")
    figure.add_argument("--period", required=True, metavar="KỲ")
    figure.add_argument("--code", nargs="+", default=[], action="extend")
    figure.add_argument("--tree", default="then", choices=TREES)
    figure.add_argument("--known-at", metavar="THỜI ĐIỂM")
    figure.add_argument("--scope", default="all", choices=SCOPES)
    figure.add_argument("--where", nargs="+", default=[], action="extend", metavar="k=v")
    figure.add_argument("--json", action="store_true")
    figure.set_defaults(run=run_figures)
    target = commands.add_parser("targets", help="chỉ tiêu của một công đoàn trong một kỳ, đã đạt hay chưa")
    target.add_argument("--unit", required=True, metavar="MÃ")
    target.add_argument("--period", required=True, metavar="KỲ")
    target.add_argument("--known-at", metavar="THỜI ĐIỂM")
    target.add_argument("--json", action="store_true")
    target.set_defaults(run=run_targets)
    report = commands.add_parser("report", help="báo cáo Word, PDF hoặc Excel của một công đoàn")
    for name in ("unit", "period", "template", "out"):
        report.add_argument(f"--{name}", required=True)
    report.add_argument("--issue", action="store_true", help="chốt số liệu và ban hành")
    report.add_argument("--by", metavar="TÊN ĐĂNG NHẬP")
    report.set_defaults(run=run_report)


def run_figures(arguments: argparse.Namespace) -> int:
    ready()
    unit, period = queries.unit(arguments.unit), Period.parse(arguments.period)
    found = figures(
        unit,
        period,
        [find(code) for code in arguments.code] or None,
        scope=arguments.scope,
        tree=today() if arguments.tree == "now" else None,
        known_at=_instant(arguments.known_at),
        where=cuts.parse_where(arguments.where),
    )
    note(by=None, action="cli.figures", unit=unit.code, period=period.code)
    rows = [as_row(figure, arguments.tree, arguments.known_at) for figure in found]
    print(
        json.dumps(rows, ensure_ascii=False, indent=1)
        if arguments.json
        else "\n".join(_text(row) for row in rows)
    )
    return 0


def as_row(figure: Figure, tree: str = "then", known_at: str | None = None) -> dict[str, Any]:
    """A figure as the contract prints it: whole numbers exact, percents to two decimals with their parts."""
    indicator = figure.indicator
    return {
        "code": indicator.code,
        "key": indicator.key,
        "label": indicator.name,
        "counts_in": indicator.counts_in,
        "value": _number(figure.value),
        "num": figure.num,
        "den": figure.den,
        "unit": figure.unit.code,
        "period": figure.period.code,
        "tree": tree,
        "known_at": known_at,
        "scope": figure.asked.scope,
        "entries": figure.entries,
    }


def run_targets(arguments: argparse.Namespace) -> int:
    ready()
    unit, period = queries.unit(arguments.unit), Period.parse(arguments.period)
    found = sheet(unit, period, _instant(arguments.known_at))
    note(by=None, action="cli.targets", unit=unit.code, period=period.code)
    rows = [as_target(row) for row in found]
    print(
        json.dumps(rows, ensure_ascii=False, indent=1)
        if arguments.json
        else "\n".join(_target_text(row) for row in found)
    )
    return 0


def as_target(row: Row) -> dict[str, Any]:
    """A target as the contract prints it; one of no indicator has neither code nor key, and its result is yes or no."""
    indicator, figure = row.target.indicator, row.figure
    return {
        "code": indicator.code if indicator else None,
        "key": indicator.key if indicator else None,
        "label": indicator.name if indicator else row.label,
        "counts_in": indicator.counts_in if indicator else None,
        "op": row.target.op,
        "value": _number(rounded(row.goal.value)),
        "ownership": "joint" if row.target.joint else "own",
        "measure": row.target.measure,
        "result": _number(None if row.result is None else rounded(row.result)),
        "num": figure.num if figure else None,
        "den": figure.den if figure else None,
        "attainment": _number(row.attainment),
        "verdict": str(row.verdict),
        "printed": row.label,
        "unit": row.unit.code,
        "period": row.goal.days.code,
    }


def run_report(arguments: argparse.Namespace) -> int:
    from congdoan.reports import cli as reports

    ready()
    return reports.make(arguments)


def _number(value: int | Decimal | None) -> int | float | None:
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


def _instant(text: str | None) -> datetime | None:
    if not text:
        return None
    try:
        at = parse_datetime(text) or datetime.combine(datetime.fromisoformat(text), datetime.max.time())
    except ValueError:
        raise Refused(f"Không hiểu thời điểm “{text}”; hãy ghi như 2024-07-01T17:00:00+07:00.") from None
    return at if timezone.is_aware(at) else timezone.make_aware(at)


def _target_text(row: Row) -> str:
    indicator, attained = row.target.indicator, row.attainment_text
    code = indicator.code if indicator else ""
    return f"{code:7} {row.label}: {row.result_text}, {row.verdict_text}{attained and f' ({attained})'}"


def _text(row: dict[str, Any]) -> str:
    parts = f" ({row['num']}/{row['den']})" if row["den"] else ""
    return f"{row['code']:7} {row['label']}: {'—' if row['value'] is None else row['value']} {row['counts_in']}{parts}"
