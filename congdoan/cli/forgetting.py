"""What is kept only for a time: names of people who left, files that came in, answers given to programs."""

import argparse
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from congdoan.base.errors import Refused
from congdoan.base.words import grouped

from .book import ready


def declare(commands: Any) -> None:
    words = "thay tên người đã thôi từ lâu bằng bí danh, xóa tệp nhập cũ; chỉ đếm, trừ khi ghi --commit"
    forget = commands.add_parser("forget", help=words, description=words)
    forget.add_argument(
        "--left-before", type=_day, metavar="NGÀY", help="người thôi trước ngày này (ít nhất 5 năm)"
    )
    forget.add_argument(
        "--files-before", type=_day, metavar="NGÀY", help="tệp nhập, câu trả lời chương trình trước ngày này"
    )
    forget.add_argument("--commit", action="store_true", help="làm thật; không hoàn tác được")
    forget.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    ready()
    if not (arguments.left_before or arguments.files_before):
        raise Refused(
            "Chưa ghi ngày; hãy ghi --left-before hoặc --files-before, ví dụ --left-before 2016-01-01."
        )
    if arguments.left_before:
        _people(arguments.left_before, arguments.commit)
    if arguments.files_before:
        _files(timezone.make_aware(datetime.combine(arguments.files_before, time())), arguments.commit)
    if not arguments.commit:
        print("Mới là đếm, chưa đổi gì; thêm --commit để làm.")
    return 0


def _people(before: date, commit: bool) -> None:
    from congdoan.members import forgetting

    found = forgetting.forget(before=before, by=None) if commit else forgetting.long_gone(before).count()
    print(f"{grouped(found)} người thôi trước {before:%d/%m/%Y}")


def _files(before: datetime, commit: bool) -> None:
    from congdoan.api.models import Sent
    from congdoan.imports import purging

    files = purging.purge(before=before, by=None) if commit else purging.done_with(before).count()
    sent = Sent.objects.filter(at__lt=before)
    answers = sent.delete()[0] if commit else sent.count()
    print(f"{grouped(files)} tệp nhập, {grouped(answers)} câu trả lời chương trình")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(f"“{text}” không phải ngày; hãy ghi, ví dụ, 2016-01-01.") from None
