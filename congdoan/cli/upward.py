"""A province's sums sent upward, received at the centre, and the country's figures read from them."""

import argparse
import json
from pathlib import Path
from typing import Any

from congdoan.audit.actions import note
from congdoan.base.errors import Refused
from congdoan.base.period import Period
from congdoan.ledger.indicator import find

from .book import ready


def declare(commands: Any) -> None:
    words = "gửi số liệu của tỉnh lên trung ương, nhận ở trung ương, đọc số liệu toàn quốc"
    upward = commands.add_parser("upward", help=words, description=words)
    does = upward.add_subparsers(dest="what", required=True, metavar="VIỆC", parser_class=type(upward))
    _doing(does, "publish", "ở tỉnh: gửi lên các tổng của công đoàn này", run_publish).add_argument(
        "code", metavar="MÃ"
    )
    _doing(does, "unpublish", "ở tỉnh: thôi gửi lên", run_unpublish)
    subscribe = _doing(does, "subscribe", "ở trung ương: nhận các tổng của một tỉnh", run_subscribe)
    subscribe.add_argument("code", metavar="MÃ")
    subscribe.add_argument("address", metavar="KẾT_NỐI", help="như “host=… dbname=… user=… password=…”")
    subscribe.add_argument("--again", action="store_true", help="bỏ chỗ nhận cũ còn sót ở tỉnh")
    unsubscribe = _doing(does, "unsubscribe", "ở trung ương: thôi nhận và bỏ các tổng ấy", run_unsubscribe)
    unsubscribe.add_argument("code", metavar="MÃ")
    unsubscribe.add_argument("--gone", action="store_true", help="cơ sở dữ liệu của tỉnh ấy không còn nữa")
    _doing(does, "status", "đang gửi, nhận những gì, chậm bao nhiêu", run_status).add_argument(
        "--json", action="store_true"
    )
    _doing(does, "verify", "đối chiếu các tổng ở đây với dấu của từng tỉnh, với sổ của mình", run_verify)
    figures = _doing(does, "figures", "số liệu toàn quốc trong một kỳ", run_figures)
    figures.add_argument("--period", required=True, metavar="KỲ")
    figures.add_argument("--code", nargs="+", default=[], action="extend")
    figures.add_argument("--books", action="store_true", help="kể cả từng tỉnh")
    figures.add_argument("--json", action="store_true")
    report = _doing(does, "report", "báo cáo số liệu toàn quốc, .docx hoặc .xlsx", run_report)
    report.add_argument("--period", required=True, metavar="KỲ")
    report.add_argument("--out", required=True, type=Path, metavar="TỆP")


def _doing(does: Any, name: str, words: str, run: Any) -> Any:
    parser = does.add_parser(name, help=words, description=words)
    parser.set_defaults(run=run)
    return parser


def run_publish(arguments: argparse.Namespace) -> int:
    from congdoan.upward import actions
    from congdoan.upward.following import PUBLICATION

    ready()
    book = actions.publish(code=arguments.code, by=None)
    print(f"Đang gửi lên số liệu của {book.name}, từ nay trong cùng lần ghi với tổng của sổ ({PUBLICATION}).")
    print(f"Ở trung ương chạy: congdoan upward subscribe {book.code} 'host=… dbname=… user=… password=…'")
    return 0


def run_unpublish(arguments: argparse.Namespace) -> int:
    from congdoan.upward import actions

    ready()
    print(f"Thôi gửi lên số liệu của {actions.unpublish(by=None)}.")
    return 0


def run_subscribe(arguments: argparse.Namespace) -> int:
    from congdoan.upward import actions

    ready()
    actions.subscribe(code=arguments.code, address=arguments.address, again=arguments.again, by=None)
    print(f"Đang nhận số liệu của {arguments.code}; xem “congdoan upward status”.")
    return 0


def run_unsubscribe(arguments: argparse.Namespace) -> int:
    from congdoan.upward import actions

    ready()
    actions.unsubscribe(code=arguments.code, gone=arguments.gone, by=None)
    print(f"Thôi nhận và đã bỏ số liệu của {arguments.code}.")
    return 0


def run_status(arguments: argparse.Namespace) -> int:
    from congdoan.upward import contract
    from congdoan.upward.actions import refuse_without_postgres
    from congdoan.upward.queries import takers

    ready()
    refuse_without_postgres()
    books, sent = contract.as_books(), takers()
    if arguments.json:
        lines = [
            json.dumps({"books": books, "takers": [vars(one) for one in sent]}, ensure_ascii=False, indent=1)
        ]
    else:
        lines = [_book(book) for book in books]
        lines += [
            f"nơi nhận {one.name}: {_connected(one.connected)}, còn {one.behind} byte chưa lấy"
            for one in sent
        ]
    print("\n".join(lines) or "Sổ này không gửi, không nhận số liệu của ai.")
    return 0


def run_verify(arguments: argparse.Namespace) -> int:
    from congdoan.upward import actions, contract
    from congdoan.upward.models import Book

    ready()
    found = actions.verify(by=None)
    print("\n".join(f"{one.book}: {one.sentence}" for one in found) or "Khớp: 0 chênh lệch.")
    for book in Book.objects.all():
        print(f"{book.code}: đến phần cộng {book.entry}, dấu {contract.shown_digest(book)}")
    return 1 if found else 0


def run_figures(arguments: argparse.Namespace) -> int:
    from congdoan.upward import contract
    from congdoan.upward.actions import refuse_without_postgres
    from congdoan.upward.figures import national
    from congdoan.upward.queries import present

    ready()
    refuse_without_postgres()
    period = Period.parse(arguments.period)
    rows = [contract.as_row(one) for one in national(period, [find(code) for code in arguments.code] or None)]
    note(by=None, action="cli.upward.figures", period=period.code)
    if arguments.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0
    here, coming = present()
    print("\n".join(_text(row, arguments.books) for row in rows))
    print(f"Cộng từ sổ của {len(here)} tỉnh; {len(coming)} tỉnh đang gửi lần đầu, chưa tính.")
    return 0


def run_report(arguments: argparse.Namespace) -> int:
    from congdoan.upward.actions import refuse_without_postgres
    from congdoan.upward.report import MADE

    ready()
    refuse_without_postgres()
    made = MADE.get(arguments.out.suffix.lower())
    if made is None:
        raise Refused(f"Báo cáo toàn quốc là tệp .docx hoặc .xlsx, không phải “{arguments.out.name}”.")
    period = Period.parse(arguments.period)
    arguments.out.write_bytes(made(period))
    note(by=None, action="cli.upward.report", period=period.code)
    print(f"Đã ghi {arguments.out}.")
    return 0


def _text(row: dict[str, Any], books: bool) -> str:
    said = f"{row['code']:7} {row['label']}: {_value(row)} {row['counts_in']}"
    said += " (cộng các tỉnh, mỗi tỉnh tính một lần)" if row["summed"] else ""
    said += f" ({row['why']})" if row["why"] else ""
    below = [f"          {code}: {_value(told)}" for code, told in row["books"].items()] if books else []
    return "\n".join([said, *below])


def _value(told: dict[str, Any]) -> str:
    parts = f" ({told['num']}/{told['den']})" if told["den"] else ""
    return f"{'—' if told['value'] is None else told['value']}{parts}"


def _book(book: dict[str, Any]) -> str:
    said = [f"{book['code']} {book['name']}: đến phần cộng {book['entry']}, đổi lúc {book['changed_at']}"]
    said.append("sổ này gửi lên" if book["own"] else _coming(book))
    told = (
        "chưa đối chiếu"
        if book["verified_at"] is None
        else f"{book['differences']} chênh lệch lúc {book['verified_at']}"
    )
    return ", ".join([*said, f"dấu {book['digest']}", told])


def _coming(book: dict[str, Any]) -> str:
    if not book["whole"]:
        return "đang nhận lần đầu"
    silent = "" if book["silent_seconds"] is None else f", nghe lần cuối {book['silent_seconds']} giây trước"
    return _connected(book["connected"]) + silent


def _connected(connected: bool) -> str:
    return "đang nối" if connected else "đang đứt"
