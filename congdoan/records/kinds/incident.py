"""Tranh chấp, tai nạn, bệnh nghề nghiệp: what went wrong at a workplace, in numbers; nobody is named."""

from collections.abc import Iterator, Mapping

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect, DayField
from congdoan.base.words import grouped, small
from congdoan.ledger.origins import Draw

from ..forms import RecordForm
from ..kind import Kind, Rows, register
from ..record import Record

MOST = 100_000  # people in one dispute or accident: more is a slip of the keyboard
SEVERITIES = ("fatal", "serious", "light")  # the worst first
DISPUTES = ("dispute", "stoppage", "strike")


class Incident(Record):
    """A dispute has `people`; an accident those it killed or injured, worst first; a disease those found to have it."""

    class What(models.TextChoices):
        DISPUTE = "dispute", "Tranh chấp lao động tập thể"
        STOPPAGE = "stoppage", "Ngừng việc tập thể"
        STRIKE = "strike", "Đình công"
        ACCIDENT = "accident", "Tai nạn lao động"
        DISEASE = "disease", "Bệnh nghề nghiệp"

    what = models.CharField(max_length=10, choices=What.choices)
    about = models.CharField(max_length=200, blank=True)
    ended_on = models.DateField(null=True)
    outcome = models.CharField(max_length=300, blank=True)
    people = models.IntegerField(default=0)
    women = models.IntegerField(default=0)
    fatal = models.IntegerField(default=0)
    fatal_women = models.IntegerField(default=0)
    serious = models.IntegerField(default=0)
    serious_women = models.IntegerField(default=0)
    light = models.IntegerField(default=0)
    light_women = models.IntegerField(default=0)


LABELS = {
    "people": "Số người",
    "women": "Trong đó nữ",
    "fatal": "Số người chết",
    "fatal_women": "Số nữ chết",
    "serious": "Số người bị thương nặng",
    "serious_women": "Số nữ bị thương nặng",
    "light": "Số người bị thương nhẹ",
    "light_women": "Số nữ bị thương nhẹ",
}
WOMEN_OF = {"people": "women", **{severity: f"{severity}_women" for severity in SEVERITIES}}
ASKED_FOR = {
    "people": (*DISPUTES, "disease"),
    "women": ("disease",),
    **{column: ("accident",) for column in LABELS if column not in ("people", "women")},
}
PRIVACY = {"Incident": dict.fromkeys(("what", "about", "ended_on", "outcome", *LABELS), "internal")}
CASES, IN_DISPUTES = "labour.disputes", "labour.people_in_disputes"
ACCIDENTS, INJURED, DISEASES = "labour.accidents", "labour.people_injured", "labour.occupational_diseases"


def draws(incident: Incident, rows: Rows) -> Iterator[Draw]:
    """A dispute once and everyone in it; an accident once and everyone hurt; everyone found ill."""
    if incident.what in DISPUTES:
        cut = {"dispute": incident.what}
        yield _draw(incident, CASES, 1, cut)
        yield _draw(incident, IN_DISPUTES, incident.people, cut)
    elif incident.what == Incident.What.ACCIDENT:
        yield _draw(incident, ACCIDENTS, 1, {"severity": _worst(incident)})
        for severity in SEVERITIES:
            yield from _by_sex(incident, INJURED, severity, {"severity": severity})
    else:
        yield from _by_sex(incident, DISEASES, "people", {})


def _by_sex(incident: Incident, indicator: str, column: str, cut: Mapping[str, str]) -> Iterator[Draw]:
    everyone, women = getattr(incident, column), getattr(incident, WOMEN_OF[column])
    yield _draw(incident, indicator, women, {**cut, "sex": "f"})
    yield _draw(incident, indicator, everyone - women, {**cut, "sex": "m"})


def _worst(incident: Incident) -> str:
    return next((severity for severity in SEVERITIES if getattr(incident, severity)), SEVERITIES[-1])


def _draw(incident: Incident, indicator: str, quantity: int, cut: Mapping[str, str]) -> Draw:
    return Draw(indicator, incident.unit_id, incident.happened_on, quantity, cut=cut)


def title(incident: Incident, rows: Rows) -> str:
    """What, and how many."""
    people = incident.people or incident.fatal + incident.serious + incident.light
    return f"{incident.get_what_display()}: {small(people)} người"


def check(incident: Incident, rows: Rows) -> None:
    """Refuse nobody, absurd numbers, more women than people, an end before the beginning."""
    _check_end(incident)
    for column, whats in ASKED_FOR.items():
        if incident.what not in whats:
            setattr(incident, column, 0)
    for column, women in WOMEN_OF.items():
        everyone = getattr(incident, column)
        if not 0 <= everyone <= MOST:
            raise Refused(f"{LABELS[column]} phải từ 0 đến {grouped(MOST)}; hãy xem lại.", column)
        if not 0 <= getattr(incident, women) <= everyone:
            raise Refused(f"{LABELS[women]} phải từ 0 đến {grouped(everyone)}; hãy xem lại.", women)
    if not any(getattr(incident, column) for column in WOMEN_OF):
        accident = incident.what == Incident.What.ACCIDENT
        raise Refused("Hãy ghi có bao nhiêu người.", "light" if accident else "people")


def _check_end(incident: Incident) -> None:
    if incident.what not in DISPUTES:
        incident.ended_on = None
    if incident.ended_on and incident.ended_on < incident.happened_on:
        raise Refused("Ngày kết thúc phải từ ngày xảy ra trở đi; hãy chọn lại.", "ended_on")


class IncidentForm(RecordForm):
    only_for = {"ended_on": ("what", DISPUTES), **{one: ("what", whats) for one, whats in ASKED_FOR.items()}}

    what = forms.ChoiceField(label="Việc gì", choices=Incident.What.choices, widget=ChipSelect)
    about = forms.CharField(
        label="Nguyên nhân, diễn biến", required=False, max_length=200, help_text="Không ghi tên người."
    )
    ended_on = DayField(label="Ngày kết thúc", required=False)
    outcome = forms.CharField(
        label="Yêu cầu gì, giải quyết thế nào",
        required=False,
        max_length=300,
        help_text="Không ghi tên người.",
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.order_fields(["what", *LABELS, "about", "happened_on", "ended_on", "outcome"])

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        return {**cleaned, **{column: cleaned.get(column) or 0 for column in LABELS}}


for _column, _label in LABELS.items():
    IncidentForm.base_fields[_column] = forms.IntegerField(
        label=_label, min_value=0, max_value=MOST, required=False, localize=True
    )

INCIDENT = register(
    Kind(
        slug="incident",
        label="Tranh chấp, tai nạn lao động",
        icon="triangle-alert",
        chapter=3,
        model=Incident,
        form=IncidentForm,
        draws=draws,
        title=title,
        check=check,
        feeds=frozenset({CASES, IN_DISPUTES, ACCIDENTS, INJURED, DISEASES}),
        hint="Tranh chấp, ngừng việc, đình công; tai nạn lao động, bệnh nghề nghiệp",
        words=("tranh chấp", "đình công", "ngừng việc", "tai nạn", "bệnh nghề nghiệp"),
    )
)
