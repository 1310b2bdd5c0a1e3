"""Tổng kết phong trào: whoever launched it sums it up; what came of it is worked out from what those below wrote."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.text import nfc_lines
from congdoan.ledger.origins import Draw

from ..forms import RecordForm
from ..kind import Kind, Rows, register
from ..record import Record
from .campaign import Campaign, outcome


class Summary(Record):
    """Summed up on `happened_on`. `learned` is what the union says of it; numbers are not typed here."""

    programme = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="summaries")
    learned = models.TextField(blank=True)


PRIVACY = {"Summary": {"programme": "internal", "learned": "internal"}}


def draws(summary: Summary, rows: Rows) -> Iterator[Draw]:
    """Nothing: each union's part was counted when it wrote it."""
    yield from ()


def title(summary: Summary, rows: Rows) -> str:
    """Of what."""
    return f"Tổng kết {summary.programme.name}"


def check(summary: Summary, rows: Rows) -> None:
    """Refuse a movement of others, one that has not begun, one already summed up."""
    campaign = summary.programme
    summary.learned = nfc_lines(summary.learned)
    if campaign.unit_id != summary.unit_id or campaign.withdrawn:
        raise Refused(
            f"“{campaign.name}” không do {summary.unit.name} phát động; hãy chọn phong trào khác.",
            "programme",
        )
    if summary.happened_on < campaign.first_on:
        raise Refused(
            f"“{campaign.name}” bắt đầu ngày {campaign.first_on:%d/%m/%Y}; hãy chọn ngày từ đó trở đi.",
            "happened_on",
        )
    others = campaign.summaries.filter(withdrawn=False).exclude(pk=summary.pk)
    if other := others.first():
        raise Refused(
            f"Phong trào này đã tổng kết ngày {other.happened_on:%d/%m/%Y}; hãy sửa việc đó.", "programme"
        )


def results(summary: Summary) -> Iterator[tuple[str, str]]:
    """What came of it, up to the day it was summed up."""
    return outcome(summary.programme, summary.happened_on)


class SummaryForm(RecordForm):
    programme = forms.ModelChoiceField(
        Campaign.objects.none(), to_field_name="uid", label="Phong trào, chương trình", empty_label="Chọn"
    )
    learned = forms.CharField(
        label="Kết quả, kinh nghiệm", required=False, max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Số công đoàn, số người tham gia và công trình được sổ tự tổng hợp, không cần gõ.",
    )  # fmt: skip

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["programme"].queryset = own(self.unit)  # type: ignore[attr-defined]
        self.fields["happened_on"].label = "Ngày tổng kết"


def own(unit: Any) -> Any:
    """What a union itself launched, the newest first."""
    return Campaign.objects.filter(unit=unit, withdrawn=False).order_by("-first_on", "name", "pk")


SUMMARY = register(
    Kind(
        slug="summary",
        label="Tổng kết phong trào",
        icon="list-checks",
        chapter=9,
        model=Summary,
        form=SummaryForm,
        draws=draws,
        title=title,
        check=check,
        results=results,
        feeds=frozenset(),
        hint="Kết thúc một phong trào: bao nhiêu nơi tham gia, được những gì",
        words=("tổng kết", "sơ kết", "kết quả", "phong trào", "cuộc vận động"),
    )
)
