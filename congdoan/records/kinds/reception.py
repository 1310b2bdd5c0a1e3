"""Tiếp đoàn viên, người lao động: people who came to the union and were received in person. Names nobody."""

from collections.abc import Iterator

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.words import small
from congdoan.ledger.origins import Draw

from ..forms import RecordForm
from ..kind import Kind, Rows, register
from ..record import Record

MOST = 1_000  # people on one day: more is a slip of the keyboard


class Reception(Record):
    """How many were received on a day, and about what in the union's own words."""

    count = models.PositiveSmallIntegerField(default=1)
    about = models.CharField(max_length=150, blank=True)


PRIVACY = {"Reception": {"count": "internal", "about": "internal"}}
RECEIVED = "complaints.people_received"


def draws(reception: Reception, rows: Rows) -> Iterator[Draw]:
    """Each who came, each time."""
    yield Draw(RECEIVED, reception.unit_id, reception.happened_on, reception.count)


def title(reception: Reception, rows: Rows) -> str:
    """How many, about what."""
    about = f" về {reception.about}" if reception.about else ""
    return f"Tiếp {small(reception.count)} lượt đoàn viên, người lao động{about}"


def check(reception: Reception, rows: Rows) -> None:
    """Refuse nobody, or too many for a day."""
    if not 1 <= reception.count <= MOST:
        raise Refused(f"Số lượt người phải từ 1 đến {MOST}; hãy xem lại.", "count")


class ReceptionForm(RecordForm):
    count = forms.IntegerField(label="Số lượt người", min_value=1, max_value=MOST, initial=1)
    about = forms.CharField(
        label="Về việc gì",
        required=False,
        max_length=150,
        help_text="Ví dụ: tiền lương, hợp đồng. Đừng ghi tên người; ai gửi đơn thì vào sổ ở trang Kiểm tra.",
    )


RECEPTION = register(
    Kind(
        slug="reception",
        label="Tiếp đoàn viên, người lao động",
        icon="handshake",
        chapter=16,
        model=Reception,
        form=ReceptionForm,
        draws=draws,
        title=title,
        check=check,
        feeds=frozenset({RECEIVED}),
        inspectors=True,
        hint="Tiếp người đến gặp công đoàn",
        words=("tiếp dân", "tiếp đoàn viên", "khiếu nại", "tố cáo", "kiến nghị", "phản ánh"),
    )
)
