"""The book itself: init, migrate, serve, demo, verify, redraw."""

import argparse
import secrets
from functools import partial
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from congdoan.audit.actions import broken_seals, note
from congdoan.base.errors import Refused


def declare(commands: Any) -> None:
    init = _command(commands, "init", "lập sổ mới: thư mục, cơ sở dữ liệu, người quản trị", run_init)
    init.add_argument("--admin", default="quantri", help="tên đăng nhập của người quản trị")
    _command(commands, "migrate", "đưa cơ sở dữ liệu lên phiên bản này", run_migrate)
    serve = _command(commands, "serve", "mở sổ cho mọi người dùng", run_serve)
    demo = _command(commands, "demo", "nạp dữ liệu mẫu rồi mở sổ", run_demo)
    demo.add_argument("--no-serve", action="store_true", help="chỉ nạp, không mở")
    for parser in (serve, demo):
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--host", default="127.0.0.1")
    _command(
        commands, "verify", "đối chiếu: tổng với phần cộng, phần cộng với việc, dấu niêm phong", run_verify
    )
    _command(commands, "redraw", "ghi phần chênh lệch khi quy tắc tính thay đổi", run_redraw)


def _command(commands: Any, name: str, words: str, run: Any) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    parser.set_defaults(run=run)
    return parser


def run_init(arguments: argparse.Namespace) -> int:
    from congdoan.accounts.models import User

    run_migrate(arguments)
    if User.objects.filter(is_superuser=True).exists():
        raise Refused("Sổ này đã lập rồi; dùng “congdoan serve” để mở.")
    password = secrets.token_urlsafe(12)
    User.objects.create_superuser(arguments.admin, password=password, full_name="Người quản trị")
    print(
        f"Đã lập sổ ở {settings.HOME}\nĐăng nhập: {arguments.admin}\nMật khẩu:  {password}  (hãy đổi sau lần đăng nhập đầu)"
    )
    return 0


def run_migrate(arguments: argparse.Namespace) -> int:
    settings.HOME.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    return 0


def run_serve(arguments: argparse.Namespace) -> int:
    from . import serving

    ready()
    return serving.serve(arguments.host, arguments.port)


def run_demo(arguments: argparse.Namespace) -> int:
    from congdoan import demo

    run_migrate(arguments)
    logins = demo.load(progress=partial(print, flush=True))
    print("\n".join(["", "Đăng nhập thử (mật khẩu chung: " + demo.PASSWORD + ")", *logins, ""]))
    return 0 if arguments.no_serve else run_serve(arguments)


def run_verify(arguments: argparse.Namespace) -> int:
    from congdoan.ledger.verify import verify
    from congdoan.upward.queries import sent_otherwise

    ready()
    found = [*(f"{d.where}: {d.sentence}" for d in verify())]
    found += [f"gửi lên {d.book}: {d.sentence}" for d in sent_otherwise()]
    found += [
        f"nhật ký {number}: dấu niêm phong không khớp; so với bản sao lưu." for number in broken_seals()
    ]
    note(by=None, action="cli.verify", found=len(found))
    print("\n".join(found) or "Sổ khớp: 0 chênh lệch.")
    return 1 if found else 0


def run_redraw(arguments: argparse.Namespace) -> int:
    from congdoan.ledger import actions, rollups

    ready()
    changed = actions.redraw(by=None, why="quy tắc tính thay đổi (congdoan redraw)")
    rollups.rebuild()
    rollups.fold_all()
    print(f"Đã ghi phần chênh lệch của {changed} nguồn số liệu; tổng đã tính lại.")
    return 0


def ready() -> None:
    """Refuse to go on with a database that isn't there or is of another version."""
    if connection.vendor == "sqlite" and not settings.HOME.exists():
        raise Refused(f"Chưa có sổ ở {settings.HOME}; hãy chạy “congdoan init” hoặc “congdoan demo”.")
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise Refused("Cơ sở dữ liệu chưa đúng phiên bản này; hãy chạy “congdoan migrate”.")
