"""What is read out: figures and reports."""

import argparse
import json
from typing import Any

from congdoan.audit.actions import note
from congdoan.base.period import Period, today
from congdoan.ledger.conditions import parse_where
from congdoan.ledger.contract import as_row, instant
from congdoan.ledger.figures import figures
from congdoan.ledger.indicator import find
from congdoan.org import queries
from congdoan.targets.contract import as_target
from congdoan.targets.queries import sheet
from congdoan.targets.rows import Row

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
        known_at=instant(arguments.known_at),
        where=parse_where(arguments.where),
    )
    note(by=None, action="cli.figures", unit=unit.code, period=period.code)
    rows = [as_row(figure, arguments.tree, arguments.known_at) for figure in found]
    print(
        json.dumps(rows, ensure_ascii=False, indent=1)
        if arguments.json
        else "\n".join(_text(row) for row in rows)
    )
    return 0


def run_targets(arguments: argparse.Namespace) -> int:
    ready()
    unit, period = queries.unit(arguments.unit), Period.parse(arguments.period)
    found = sheet(unit, period, instant(arguments.known_at))
    note(by=None, action="cli.targets", unit=unit.code, period=period.code)
    rows = [as_target(row) for row in found]
    print(
        json.dumps(rows, ensure_ascii=False, indent=1)
        if arguments.json
        else "\n".join(_target_text(row) for row in found)
    )
    return 0


def run_report(arguments: argparse.Namespace) -> int:
    from congdoan.reports import cli as reports

    ready()
    return reports.make(arguments)


def _target_text(row: Row) -> str:
    indicator, attained = row.target.indicator, row.attainment_text
    code = indicator.code if indicator else ""
    return f"{code:7} {row.label}: {row.result_text}, {row.verdict_text}{attained and f' ({attained})'}"


def _text(row: dict[str, Any]) -> str:
    parts = f" ({row['num']}/{row['den']})" if row["den"] else ""
    return f"{row['code']:7} {row['label']}: {'—' if row['value'] is None else row['value']} {row['counts_in']}{parts}"
