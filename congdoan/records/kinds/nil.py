"""Không phát sinh: a union answers that in a chapter it has nothing to record for a period.

The answer stands on the period's last day (while the period runs, on the day it is given). It is refused where something
is recorded; something recorded later is welcome and the answer stays, since whoever asks who is silent asks for either.
"""

from collections.abc import Iterator

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.fields import DayField
from congdoan.ledger import catalogue  # noqa: F401  (the chapters)
from congdoan.ledger.indicator import BY_NUMBER, CHAPTERS, NIL
from congdoan.ledger.origins import Draw

from .. import periods
from ..kind import Kind, Rows, register
from ..record import Record


class Nil(Record):
    """For a chapter of the catalogue, by its number, and the days from `first_on` to `last_on`, both included."""

    chapter = models.PositiveSmallIntegerField()
    first_on = DayField()
    last_on = DayField()


PRIVACY = {"Nil": dict.fromkeys(("chapter", "first_on", "last_on"), "internal")}


def draws(nil: Nil, rows: Rows) -> Iterator[Draw]:
    """The answer, once; no figure shows it."""
    yield Draw(f"{CHAPTERS[nil.chapter].key}.nil", nil.unit_id, nil.happened_on)


def title(nil: Nil, rows: Rows) -> str:
    """In which chapter, for which period."""
    period = periods.named(nil.first_on, nil.last_on)
    return f"Không phát sinh: {CHAPTERS[nil.chapter].name}, {period.label()}"


def check(nil: Nil, rows: Rows) -> None:
    """Refuse a chapter or period that doesn't exist, the same answer twice, an answer that is not so."""
    if nil.chapter not in CHAPTERS:
        raise Refused("Không có chương số liệu này; hãy chọn lại trong danh sách.", "chapter")
    periods.check(nil, running=True)
    same = Nil.objects.filter(
        unit=nil.unit, chapter=nil.chapter, first_on=nil.first_on, last_on=nil.last_on, withdrawn=False
    )
    if same.exclude(pk=nil.pk).exists():
        raise Refused("Chương này của kỳ này đã trả lời không phát sinh; không cần ghi lại.", "chapter")
    first = nil.chapter * 100
    if found := periods.recorded(nil, range(first, first + NIL)):
        record, number = found
        raise Refused(
            f"“{BY_NUMBER[number].name}” đã có việc ghi ngày {record.happened_on:%d/%m/%Y} ({record.title}); "
            "hãy chọn chương khác hoặc xem lại việc ấy.",
            "chapter",
        )


class NilForm(periods.PeriodForm):
    chapter = forms.TypedChoiceField(
        label="Mảng công việc",
        choices=lambda: [("", "Chọn mảng công việc"), *((n, c.name) for n, c in CHAPTERS.items())],
        coerce=int,
    )


NIL_ANSWER = register(
    Kind(
        slug="nil",
        label="Không phát sinh",
        icon="circle-slash",
        chapter=18,
        model=Nil,
        form=NilForm,
        draws=draws,
        title=title,
        check=check,
        feeds=frozenset(f"{chapter.key}.nil" for chapter in CHAPTERS.values()),
        hint="Trả lời rằng trong kỳ không có gì để ghi ở một mảng công việc",
        words=("không phát sinh", "không có", "trả lời"),
    )
)
