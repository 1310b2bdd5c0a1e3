"""Đang có và duy trì: what a union keeps from one day to another: a law bookcase, an inspection board, safety representatives."""

from collections.abc import Iterator

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER, DayField
from congdoan.base.forms import ChipSelect
from congdoan.base.words import grouped, small
from congdoan.ledger import cuts
from congdoan.ledger.origins import Draw

from .. import spans
from ..forms import RecordForm
from ..kind import Kind, Rows, register
from ..record import Record

MOST = {"safety": 5_000}  # of one sort at one union: more is a slip of the keyboard
MOST_ELSE = 100


class Kept(Record):
    """Some things of one sort; `happened_on` is the first day they are in use, `last_on` the last."""

    class What(models.TextChoices):
        LAW_SHELF = "law_shelf", "Tủ sách pháp luật"
        LACTATION_ROOM = "lactation_room", "Phòng vắt, trữ sữa"
        INSPECTORATE = "inspectorate", "Ban Thanh tra nhân dân"
        COUNCIL = "council", "Hội đồng có công đoàn tham gia"
        SAFETY = "safety", "An toàn, vệ sinh viên"

    class Medium(models.TextChoices):
        PAPER = "paper", "Sách giấy"
        ELECTRONIC = "electronic", "Điện tử"

    what = models.CharField(max_length=20, choices=What.choices)
    medium = models.CharField(max_length=10, choices=Medium.choices, blank=True)
    council = models.CharField(max_length=20, blank=True)
    count = models.PositiveSmallIntegerField(default=1)
    place = models.CharField(max_length=200, blank=True)
    members = models.PositiveSmallIntegerField(default=0)  # of a board
    last_on = DayField(default=FOREVER)


PRIVACY = {
    "Kept": {
        "what": "internal",
        "medium": "internal",
        "council": "internal",
        "count": "internal",
        "place": "internal",
        "members": "internal",
        "last_on": "internal",
    },
}
FEEDS = {
    "law_shelf": "propaganda.law_shelves",
    "lactation_room": "women.lactation_rooms",
    "inspectorate": "representation.inspectorates",
    "council": "representation.councils",
    "safety": "representation.safety_representatives",
}
SORTED_BY = {"law_shelf": "medium", "council": "council"}  # what it must say, also how its figure breaks down
MISSING = {"medium": "Hãy chọn tủ sách giấy hay điện tử.", "council": "Hãy chọn hội đồng nào."}


def draws(kept: Kept, rows: Rows) -> Iterator[Draw]:
    """So many more from the first day on, so many less after the last."""
    sort = SORTED_BY.get(kept.what)
    cut = {sort: getattr(kept, sort)} if sort else {}
    yield from spans.held(kept, FEEDS[kept.what], kept.unit, quantity=kept.count, cut=cut)


def title(kept: Kept, rows: Rows) -> str:
    """How many of what."""
    what = kept.get_what_display()
    return f"{small(kept.count)} {what[0].lower()}{what[1:]}{_sort(kept)}"


def _sort(kept: Kept) -> str:
    if kept.council:
        return f": {cuts.label('council', kept.council).lower()}"
    if kept.members:
        return f", {small(kept.members)} thành viên"
    return " điện tử" if kept.medium == Kept.Medium.ELECTRONIC else ""


def check(kept: Kept, rows: Rows) -> None:
    """Refuse none or too many, a bookcase or council of unknown sort, an end before the beginning."""
    spans.check(kept)
    most = MOST.get(kept.what, MOST_ELSE)
    if not 1 <= kept.count <= most:
        raise Refused(f"Số lượng phải từ 1 đến {grouped(most)}; hãy xem lại.", "count")
    if kept.what != Kept.What.INSPECTORATE:
        kept.members = 0
    for sort, missing in MISSING.items():
        if SORTED_BY.get(kept.what) != sort:
            setattr(kept, sort, "")
        elif getattr(kept, sort) not in cuts.VALUES[sort]:
            raise Refused(missing, sort)


class KeptForm(RecordForm):
    rare = ("place",)
    only_for = {
        "medium": ("what", ("law_shelf",)),
        "council": ("what", ("council",)),
        "members": ("what", ("inspectorate",)),
    }

    what = forms.ChoiceField(label="Có gì", choices=Kept.What.choices, initial="law_shelf", widget=ChipSelect)
    medium = forms.ChoiceField(
        label="Tủ sách loại nào",
        choices=Kept.Medium.choices,
        initial="electronic",
        required=False,
        widget=ChipSelect,
    )
    council = forms.ChoiceField(
        label="Hội đồng nào",
        choices=[*cuts.VALUES["council"].items()],
        required=False,
        widget=ChipSelect,
    )
    count = forms.IntegerField(label="Số lượng", min_value=1, initial=1, localize=True)
    members = forms.IntegerField(label="Số thành viên", min_value=0, max_value=100, initial=0, required=False)
    place = forms.CharField(label="Đặt ở đâu, địa chỉ trang", required=False, max_length=200)
    last_on = spans.LastDayField(label="Đến hết ngày", help_text="Để trống nếu đang còn.")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["happened_on"].label = "Có từ ngày"
        self.order_fields(
            ["what", "medium", "council", "count", "members", "place", "happened_on", "last_on"]
        )

    def clean_members(self) -> int:
        return self.cleaned_data["members"] or 0


KEPT = register(
    Kind(
        slug="kept",
        label="Tủ sách, ban, hội đồng đang có",
        icon="library-big",
        chapter=7,
        model=Kept,
        form=KeptForm,
        draws=draws,
        title=title,
        check=check,
        feeds=frozenset(FEEDS.values()),
        hint="Tủ sách pháp luật, Ban Thanh tra nhân dân, hội đồng, an toàn vệ sinh viên…",
        words=(
            "tủ sách",
            "pháp luật",
            "điện tử",
            "phòng vắt sữa",
            "nữ công",
            "thanh tra nhân dân",
            "hội đồng",
            "an toàn vệ sinh viên",
        ),
    )
)
