"""The tree changed by a plan: looked at first, carried out, taken back."""

import argparse
from pathlib import Path
from typing import Any

from congdoan.base.errors import Refused
from congdoan.base.words import grouped

from .book import ready

SAID = {
    "founded": "công đoàn thành lập", "ended": "công đoàn kết thúc", "moved": "công đoàn chuyển cấp trên",
    "members_received": "đoàn viên chuyển theo", "members_left": "đoàn viên thôi cùng công đoàn", "successions": "nơi tiếp nhận", "money": "đồng bàn giao",
    "quotas": "chỉ tiêu giao lại", "quotas_left": "chỉ tiêu của nơi kết thúc chưa giao lại", "seats_moved": "vai trò chuyển theo", "seats_ended": "vai trò kết thúc",
    "demands": "kiến nghị chưa khắc phục chuyển theo", "complaints": "đơn chưa giải quyết xong chuyển theo",
}  # fmt: skip


def declare(commands: Any) -> None:
    words = "sắp xếp tổ chức theo một kế hoạch; chỉ xem trước, trừ khi ghi --commit"
    plan = commands.add_parser("reorganise", help=words, description=words)
    plan.add_argument("plan", type=Path, nargs="?", metavar="KẾ-HOẠCH.toml")
    plan.add_argument("--commit", action="store_true", help="thực hiện")
    plan.add_argument("--undo", metavar="MÃ", help="hoàn tác một đợt sắp xếp đã thực hiện")
    plan.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    from congdoan.reform import plan, reorganising

    ready()
    if arguments.undo:
        return _undo(arguments.undo)
    if arguments.plan is None:
        raise Refused("Chưa ghi tệp kế hoạch; hãy ghi, ví dụ, congdoan reorganise ke-hoach.toml.")
    try:
        said = plan.read(arguments.plan.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        raise Refused(f"Không đọc được {arguments.plan}; hãy xem lại tên tệp.") from None
    if not arguments.commit:
        return _shown(reorganising.preview(said))
    one = reorganising.carry_out(plan=said, by=None)
    _counted(one.told)
    print(f"Đã thực hiện; mã {one.uid}. Hoàn tác: congdoan reorganise --undo {one.uid}")
    return 0


def _shown(found: Any) -> int:
    if found.faults:
        raise Refused("Chưa thực hiện được:\n- " + "\n- ".join(found.faults))
    _counted(found.told)
    for key, before, after in found.unlike:
        print(f"{key}: {before} → {after}")
    print("Mới là xem trước, chưa ghi gì; thêm --commit để thực hiện.")
    return 0


def _counted(told: dict[str, Any]) -> None:
    for name, words in SAID.items():
        if told[name]:
            print(f"{grouped(told[name])} {words}")
    for row in told["shared"]:
        people = (
            f"{row['listed']} đoàn viên theo danh sách, {row['by_rule']} theo quy tắc, {row['rest']} còn lại"
        )
        print(
            f"{row['to']}: {people}; {row['records']} việc theo danh sách, {row['records_by_rule']} theo quy tắc"
        )


def _undo(uid: str) -> int:
    from django.core.exceptions import ValidationError

    from congdoan.reform import reorganising
    from congdoan.reform.models import Reorganisation

    try:
        one = Reorganisation.objects.filter(uid=uid).select_related("unit").first()
    except ValidationError:
        one = None
    if one is None:
        raise Refused(f"Không có đợt sắp xếp nào mang mã “{uid[:60]}”.")
    reorganising.take_back(one=one, by=None)
    print("Đã hoàn tác; tổ chức, đoàn viên và mọi con số như trước khi sắp xếp.")
    return 0
