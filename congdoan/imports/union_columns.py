"""What may be told of a union in a list of them."""

import re
from typing import Any

from congdoan.org.models import Unit, UnitKind

from . import parsing
from .columns import Column

SIGNED = ("short_name", "place_name", "signer_name")  # how it signs, as the columns are named

CODE = re.compile(r"[A-Za-z0-9_-]{1,60}")


def code(cell: Any) -> str:
    """A code as addresses bear it."""
    said = parsing.text(cell)
    if said and not CODE.fullmatch(said):
        raise parsing.Unreadable(
            "mã chỉ gồm chữ không dấu, số và gạch nối, nhiều nhất 60; hãy sửa hoặc để trống."
        )
    return said


PLAIN = (
    Column("code", "Mã", ("Mã công đoàn", "Mã CĐCS", "Mã đơn vị", "Mã số"), code, example="cdcs-so-tu-phap",
           note="Chữ không dấu, số và gạch nối; để trống thì sổ tự đặt. Mã không đổi về sau."),
    Column("parent", "Trực thuộc", ("Công đoàn cấp trên", "Cấp trên", "Cấp trên trực tiếp", "Công đoàn cấp trên trực tiếp", "Thuộc công đoàn", "Đơn vị cấp trên"),
           parsing.short(200), note="Mã hoặc tên công đoàn cấp trên, có trong sổ hoặc ở dòng khác của tệp; để trống nếu trực thuộc công đoàn đang nhập."),
    Column("founded_on", "Ngày thành lập", ("Thành lập ngày", "Thành lập", "Ngày QĐ thành lập"), parsing.day, example="05/11/2020"),
    Column("short_name", "Tên gọi tắt", ("Tên viết tắt", "Viết tắt"), parsing.short(100), example="CĐCS Sở Tư pháp"),
    Column("place_name", "Địa danh trên văn bản", ("Địa danh", "Nơi đặt trụ sở"), parsing.short(100), example="Lào Cai"),
    Column("signer_name", "Người ký văn bản", ("Chủ tịch", "Chủ tịch công đoàn", "Họ tên chủ tịch", "Người đứng đầu", "Người ký"), parsing.name, example="Nguyễn Thị Hoa"),
    Column("employer", "Cơ quan, đơn vị, doanh nghiệp", ("Cơ quan", "Doanh nghiệp", "Tên doanh nghiệp", "Tên cơ quan, đơn vị", "Đơn vị sử dụng lao động", "Người sử dụng lao động", "Tên công ty"),
           parsing.short(200), example="Sở Tư pháp", note="Nơi công đoàn tổ chức người lao động; chưa có trong sổ thì sổ thêm mới."),
    Column("enterprise", "Là doanh nghiệp", ("Khu vực doanh nghiệp", "DN"), parsing.yes, example="x"),
)  # fmt: skip


def columns(unit: Unit) -> tuple[Column, ...]:
    """Of each row: its name, what kind of union it is, and the rest."""
    kinds = UnitKind.objects.select_related("level").order_by("-level__order", "name")
    choices = tuple((kind.code, kind.name) for kind in kinds)
    named = (*choices, *((kind.code, kind.abbreviation) for kind in kinds if kind.grassroots))
    return (
        Column("name", "Tên công đoàn", ("Tên CĐCS", "Tên công đoàn cơ sở", "Công đoàn cơ sở", "Tên đơn vị", "Công đoàn", "Tên tổ chức công đoàn", "CĐCS"),
               parsing.short(200), required=True, example="Công đoàn cơ sở Sở Tư pháp"),
        Column("kind", "Loại", ("Loại công đoàn", "Loại hình", "Loại hình công đoàn", "Cấp công đoàn"), parsing.choice(named),
               required=True, choices=choices, common=True, example="Công đoàn cơ sở"),
        *PLAIN,
    )  # fmt: skip
