"""Spreadsheets: import, undo."""

import argparse
import uuid
from pathlib import Path
from typing import Any

from congdoan.base.errors import Refused
from congdoan.base.words import grouped

from .book import ready

SHOWN = 20  # rows told one by one


def declare(commands: Any) -> None:
    taking = commands.add_parser(
        "import", help="nhập từ bảng tính", description="Xem thử từng dòng; ghi khi có --commit."
    )
    taking.add_argument("file", type=Path)
    taking.add_argument("--unit", required=True, help="mã công đoàn")
    taking.add_argument("--kind", required=True, help="members, units, hoặc loại việc")
    taking.add_argument("--how", default="", help="cách ghi, nếu loại ấy có nhiều cách: opening, admitted")
    taking.add_argument("--on", default="", help="ngày, dạng 2026-11-05")
    taking.add_argument("--commit", action="store_true", help="ghi vào sổ; không có thì chỉ xem thử")
    taking.add_argument(
        "--only-good", action="store_true", help="bỏ các dòng chưa nhập được, ghi phần còn lại"
    )
    taking.set_defaults(run=run_import)
    undoing = commands.add_parser(
        "undo", help="hoàn tác một lần nhập", description="Đưa sổ về như trước khi nhập."
    )
    undoing.add_argument("import_id", type=uuid.UUID)
    undoing.set_defaults(run=run_undo)


def run_import(arguments: argparse.Namespace) -> int:
    from congdoan.imports import actions
    from congdoan.imports.models import Import
    from congdoan.org.queries import unit

    ready()
    chosen = {name: getattr(arguments, name) for name in ("how", "on") if getattr(arguments, name)}
    one = actions.send(
        unit=unit(arguments.unit), sort=arguments.kind, name=arguments.file.name, content=_read(arguments.file), by=None,
        chosen=chosen,
    )  # fmt: skip
    _tell(Import.objects.get(pk=one.pk))
    if arguments.commit:
        actions.take_in(one=one, by=None, only_good=arguments.only_good)
        print(f"Đã nhập. Hoàn tác: congdoan undo {one.uid}")
    else:
        print(f"Chưa ghi gì. Ghi vào sổ: thêm --commit. Số của lần xem này: {one.uid}")
    return 0


def run_undo(arguments: argparse.Namespace) -> int:
    from congdoan.imports import actions
    from congdoan.imports.models import Import

    ready()
    one = Import.objects.filter(uid=arguments.import_id).first()
    if one is None:
        raise Refused(
            f"Không có lần nhập nào mang số {arguments.import_id}; xem số ở trang Nhập từ bảng tính."
        )
    actions.undo(one=one, by=None)
    print("Đã hoàn tác: sổ như trước khi nhập.")
    return 0


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        raise Refused(f"Không mở được tệp {file}; hãy xem lại đường dẫn.") from None


def _tell(one: Any) -> None:
    from congdoan.imports import actions
    from congdoan.imports.fates import DOUBTFUL, LABELS, REFUSED

    for fate, label in LABELS.items():
        if one.counts.get(fate):
            print(f"{grouped(one.counts[fate])} dòng {label}")
    bad = [fate for fate in actions.fates_of(one) if fate.fate in (REFUSED, DOUBTFUL)]
    for row in bad[:SHOWN]:
        print(f"  dòng {row.row}: {row.why}")
    if len(bad) > SHOWN:
        print(f"  … và {grouped(len(bad) - SHOWN)} dòng nữa")
