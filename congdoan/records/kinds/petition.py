"""Ý kiến, kiến nghị: what was asked, at a dialogue or otherwise, who must answer by when, and what was answered."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from django import forms
from django.db import models
from django.db.models import Q, QuerySet

from congdoan.base.errors import Refused
from congdoan.base.forms import DayField, DueField
from congdoan.base.period import today
from congdoan.base.text import nfc
from congdoan.base.words import small
from congdoan.ledger.origins import Draw
from congdoan.org.models import Unit

from ..content import lines_of
from ..feeds import FEEDS as GATHERINGS
from ..forms import LineForm, RecordForm
from ..kind import Kind, LineSpec, Rows, register
from ..record import Line, Record
from .gathering import Gathering

LONGEST = timedelta(days=366)  # somebody who need not answer within a year need not answer
DIALOGUES = tuple(what for what in GATHERINGS if "dialogue" in what)


class Petition(Record):
    """Raised on `happened_on`, at a dialogue (`raised_at`) or otherwise."""

    raised_at = models.ForeignKey(Gathering, on_delete=models.PROTECT, null=True, related_name="petitions")


class Asked(Line):
    """One thing asked: who must answer, by when; answered on which day, with what."""

    record = models.ForeignKey(Petition, on_delete=models.PROTECT, related_name="askeds")
    content = models.CharField(max_length=500)
    addressee = models.CharField(max_length=150)
    due_on = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    answer = models.CharField(max_length=500, blank=True)

    class Meta(Line.Meta):
        indexes = [models.Index(fields=["answered_on", "due_on"], name="records_petitions_due")]


PRIVACY = {
    "Petition": {"raised_at": "internal"},
    "Asked": {
        "content": "personal",
        "addressee": "personal",
        "due_on": "internal",
        "answered_on": "internal",
        "answer": "personal",
    },
}


def open_petitions(units: Iterable[Unit] | QuerySet[Unit], day: date) -> QuerySet[Asked]:
    """What was asked at these unions by a day and not yet answered on it, the first due first."""
    found = Asked.objects.filter(
        record__unit__in=units, record__withdrawn=False, record__happened_on__lte=day
    )
    found = found.filter(Q(answered_on=None) | Q(answered_on__gt=day))
    return found.select_related("record__unit").order_by(models.F("due_on").asc(nulls_last=True), "pk")


def draws(petition: Petition, rows: Rows) -> Iterator[Draw]:
    """Nothing: it is followed up, not counted."""
    yield from ()


def title(petition: Petition, rows: Rows) -> str:
    """How many, and how many wait; what was asked may name somebody."""
    asked = [row for row in rows["asked"] if isinstance(row, Asked)]
    waiting = sum(row.answered_on is None for row in asked)
    rest = f"{small(waiting)} chưa trả lời" if waiting else "đã trả lời hết"
    return f"Ý kiến, kiến nghị: {small(len(asked))} điều, {rest}"


def check(petition: Petition, rows: Rows) -> None:
    """Refuse nothing asked or nobody to answer, days that cannot be, an answer without its day."""
    if petition.raised_at and petition.raised_at.happened_on > petition.happened_on:
        raise Refused(
            f"Cuộc đối thoại ấy họp ngày {petition.raised_at.happened_on:%d/%m/%Y}; hãy xem lại ngày.",
            "happened_on",
        )
    for row in rows["asked"]:
        assert isinstance(row, Asked)
        row.content, row.addressee = nfc(row.content), nfc(row.addressee)
        if wrong := _wrong(petition, row):
            raise Refused(f"Dòng {row.position}: {wrong}; hãy xem lại.", "asked")


def _wrong(petition: Petition, row: Asked) -> str:
    day = petition.happened_on
    if not row.content or not row.addressee:
        return "phải ghi hỏi điều gì và ai trả lời"
    if row.due_on and not day <= row.due_on <= day + LONGEST:
        return "hạn trả lời phải trong một năm kể từ ngày nêu"
    if row.answered_on and row.answered_on < day:
        return "ngày trả lời đứng trước ngày nêu"
    if row.answered_on and row.answered_on > today():
        return "ngày trả lời chưa tới"
    if bool(row.answer) != bool(row.answered_on):
        return "trả lời thì ghi cả ngày lẫn nội dung trả lời"
    return ""


def answered(petition: Petition, number: int, said: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The rows of a petition, as they are written anew once the one of that number is answered."""
    rows = lines_of(petition)["asked"]
    return {"asked": [row | said if n == number else row for n, row in enumerate(rows, start=1)]}


class PetitionForm(RecordForm):
    raised_at = forms.ModelChoiceField(
        Gathering.objects.none(), to_field_name="uid", label="Nêu ở đâu", empty_label="Ngoài đối thoại",
        required=False,
    )  # fmt: skip

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        held = Gathering.objects.filter(unit=self.unit, what__in=DIALOGUES, withdrawn=False)
        self.fields["raised_at"].queryset = held.order_by("-happened_on")  # type: ignore[attr-defined]
        self.fields["happened_on"].label = "Ngày nêu"


class AskedForm(LineForm):
    content = forms.CharField(label="Hỏi, kiến nghị điều gì", max_length=500)
    addressee = forms.CharField(label="Ai trả lời", max_length=150)
    due_on = DueField(label="Hạn trả lời", required=False)
    answered_on = DayField(label="Ngày trả lời", required=False)
    answer = forms.CharField(label="Trả lời thế nào", max_length=500, required=False)


PETITION = register(
    Kind(
        slug="petition",
        label="Ý kiến, kiến nghị",
        icon="message-circle-question-mark",
        chapter=4,
        model=Petition,
        form=PetitionForm,
        draws=draws,
        title=title,
        check=check,
        feeds=frozenset(),
        panels=("petition_waiting",),
        lines=(
            LineSpec(
                "asked",
                Asked,
                AskedForm,
                "Các điều nêu ra",
                "Thêm điều nữa",
                required=True,
                paste=("content", "addressee", "due_on", "answered_on", "answer"),
            ),
        ),
        hint="Hỏi gì, ai trả lời, hạn nào, trả lời ra sao; ở đối thoại hay ngoài đối thoại",
        words=("ý kiến", "kiến nghị", "đối thoại", "trả lời", "đề xuất", "nguyện vọng"),
    )
)
