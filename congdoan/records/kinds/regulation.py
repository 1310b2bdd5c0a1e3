"""Quy chế đang có hiệu lực: a regulation in force at employers, from one day to another."""

from collections.abc import Iterator

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER, DayField
from congdoan.base.forms import ChipSelect
from congdoan.base.words import small
from congdoan.ledger.origins import Draw
from congdoan.org.models import Employer, Unit

from .. import spans
from ..forms import RecordForm
from ..kind import Kind, LineSpec, Rows, register
from ..record import Line, Record
from ..rows import EmployerLineForm, organised


class Regulation(Record):
    """A regulation; `happened_on` is its first day, `last_on` its last."""

    class Rule(models.TextChoices):
        SPENDING = "spending", "Quy chế chi tiêu nội bộ"
        DEMOCRACY = "democracy", "Quy chế dân chủ"
        WORKING = "working", "Quy chế hoạt động, làm việc"

    rule = models.CharField(max_length=10, choices=Rule.choices)
    number = models.CharField(max_length=50, blank=True)
    last_on = DayField(default=FOREVER)


class Ruled(Line):
    """An employer that has it, and the union that organised the employer on the first day."""

    record = models.ForeignKey(Regulation, on_delete=models.PROTECT, related_name="ruleds")
    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="+")
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")


PRIVACY = {
    "Regulation": {"rule": "internal", "number": "internal", "last_on": "internal"},
    "Ruled": {"employer": "internal", "union": "internal"},
}
FEEDS = {
    "spending": "representation.employers_with_spending_rule",
    "democracy": "representation.employers_with_democracy_rule",
    "working": "representation.employers_with_democracy_rule",
}


def draws(regulation: Regulation, rows: Rows) -> Iterator[Draw]:
    """Each agency once, at the union of its workers; enterprises are not among those liable."""
    for row in rows["employers"]:
        assert isinstance(row, Ruled)
        if not row.employer.enterprise:
            union = row.union if row.union_id else regulation.unit
            cut = {"rule": regulation.rule}
            yield from spans.held(regulation, FEEDS[regulation.rule], union, subject=row.employer_id, cut=cut)


def title(regulation: Regulation, rows: Rows) -> str:
    """Which regulation, and at how many."""
    return f"{regulation.get_rule_display()}: {small(len(rows['employers']))} cơ quan, đơn vị"


def check(regulation: Regulation, rows: Rows) -> None:
    """Refuse an employer not organised there, one listed twice, or one that has such a regulation in these days."""
    spans.check(regulation)
    unions = organised(regulation, rows, regulation.happened_on)
    for row in rows["employers"]:
        assert isinstance(row, Ruled)
        row.union = unions[row.employer_id]
    _refuse_overlap(regulation, rows)


def _refuse_overlap(regulation: Regulation, rows: Rows) -> None:
    others = Ruled.objects.filter(
        employer__in=[row.employer_id for row in rows["employers"] if isinstance(row, Ruled)],
        record__rule=regulation.rule,
        record__withdrawn=False,
        record__happened_on__lte=regulation.last_on,
        record__last_on__gte=regulation.happened_on,
    ).exclude(record=regulation.pk)
    if other := others.select_related("record", "employer").first():
        raise Refused(
            f"{other.employer.name} đã có {regulation.get_rule_display().lower()} từ "
            f"{other.record.happened_on:%d/%m/%Y}; hãy ghi ngày hết hiệu lực ở việc cũ trước.",
            "employers",
        )


class RegulationForm(RecordForm):
    rare = ("number",)

    rule = forms.ChoiceField(
        label="Quy chế nào", choices=Regulation.Rule.choices, initial="spending", widget=ChipSelect
    )
    number = forms.CharField(label="Số, ký hiệu văn bản", required=False, max_length=50)
    last_on = spans.LastDayField(label="Có hiệu lực đến hết ngày")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["happened_on"].label = "Có hiệu lực từ ngày"
        self.order_fields(["rule", "number", "happened_on", "last_on"])


REGULATION = register(
    Kind(
        slug="regulation",
        label="Quy chế của cơ quan, đơn vị",
        icon="scale",
        chapter=4,
        model=Regulation,
        form=RegulationForm,
        draws=draws,
        title=title,
        check=check,
        feeds=frozenset(FEEDS.values()),
        lines=(
            LineSpec(
                "employers",
                Ruled,
                EmployerLineForm,
                "Cơ quan, đơn vị",
                "Thêm cơ quan, đơn vị",
                required=True,
                paste=("employer",),
            ),
        ),
        hint="Quy chế chi tiêu nội bộ, quy chế dân chủ đang có hiệu lực",
        words=("quy chế", "chi tiêu nội bộ", "dân chủ", "quy chế hoạt động", "quy chế làm việc"),
    )
)
