"""Đang có và duy trì: a thing a union keeps in use from one day to another, such as a law bookcase."""

from collections.abc import Iterator

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER, DayField
from congdoan.base.forms import ChipSelect
from congdoan.base.words import small
from congdoan.ledger.origins import Draw

from .. import spans
from ..forms import RecordForm
from ..kind import Kind, Rows, register
from ..record import Record

MOST = 100  # of one sort at one union: more is a slip of the keyboard


class Kept(Record):
    """Some things of one sort; `happened_on` is the first day they are in use, `last_on` the last."""

    class What(models.TextChoices):
        LAW_SHELF = "law_shelf", "Tủ sách pháp luật"
        LACTATION_ROOM = "lactation_room", "Phòng vắt, trữ sữa"

    class Medium(models.TextChoices):
        PAPER = "paper", "Sách giấy"
        ELECTRONIC = "electronic", "Điện tử"

    what = models.CharField(max_length=20, choices=What.choices)
    medium = models.CharField(max_length=10, choices=Medium.choices, blank=True)
    count = models.PositiveSmallIntegerField(default=1)
    place = models.CharField(max_length=200, blank=True)
    last_on = DayField(default=FOREVER)


PRIVACY = {
    "Kept": {
        "what": "internal",
        "medium": "internal",
        "count": "internal",
        "place": "internal",
        "last_on": "internal",
    },
}
FEEDS = {"law_shelf": "propaganda.law_shelves", "lactation_room": "women.lactation_rooms"}


def draws(kept: Kept, rows: Rows) -> Iterator[Draw]:
    """So many more from the first day on, so many less after the last."""
    cut = {"medium": kept.medium} if kept.what == Kept.What.LAW_SHELF else {}
    yield from spans.held(kept, FEEDS[kept.what], kept.unit, quantity=kept.count, cut=cut)


def title(kept: Kept, rows: Rows) -> str:
    """How many of what."""
    what = kept.get_what_display()
    return f"{small(kept.count)} {what[0].lower()}{what[1:]}{_medium(kept)}"


def _medium(kept: Kept) -> str:
    return " điện tử" if kept.medium == Kept.Medium.ELECTRONIC else ""


def check(kept: Kept, rows: Rows) -> None:
    """Refuse none or too many, a bookcase of unknown sort, an end before the beginning."""
    spans.check(kept)
    if not 1 <= kept.count <= MOST:
        raise Refused(f"Số lượng phải từ 1 đến {MOST}; hãy xem lại.", "count")
    if kept.what != Kept.What.LAW_SHELF:
        kept.medium = ""
    elif not kept.medium:
        raise Refused("Hãy chọn tủ sách giấy hay điện tử.", "medium")


class KeptForm(RecordForm):
    rare = ("place",)
    only_for = {"medium": ("what", ("law_shelf",))}

    what = forms.ChoiceField(label="Có gì", choices=Kept.What.choices, initial="law_shelf", widget=ChipSelect)
    medium = forms.ChoiceField(
        label="Tủ sách loại nào",
        choices=Kept.Medium.choices,
        initial="electronic",
        required=False,
        widget=ChipSelect,
    )
    count = forms.IntegerField(label="Số lượng", min_value=1, max_value=MOST, initial=1)
    place = forms.CharField(label="Đặt ở đâu, địa chỉ trang", required=False, max_length=200)
    last_on = spans.LastDayField(label="Đến hết ngày", help_text="Để trống nếu đang còn dùng.")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["happened_on"].label = "Có từ ngày"
        self.order_fields(["what", "medium", "count", "place", "happened_on", "last_on"])


KEPT = register(
    Kind(
        slug="kept",
        label="Tủ sách, phòng đang có",
        icon="library-big",
        chapter=7,
        model=Kept,
        form=KeptForm,
        draws=draws,
        title=title,
        check=check,
        feeds=frozenset(FEEDS.values()),
        hint="Tủ sách pháp luật, phòng vắt trữ sữa đang dùng",
        words=("tủ sách", "pháp luật", "điện tử", "phòng vắt sữa", "nữ công"),
    )
)
