"""Tham gia phong trào, chương trình: a union takes part in what it or a level above it launched."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.db import models
from django.db.models import QuerySet

from congdoan.base.errors import Refused
from congdoan.base.words import grouped, small
from congdoan.ledger.origins import Draw
from congdoan.org.models import Unit
from congdoan.org.queries import standing

from ..forms import RecordForm
from ..kind import Kind, Rows, register
from ..record import Record
from .campaign import DRIVES, Campaign

MOST = 100_000  # people of one union in one programme: more is a slip of the keyboard


class Participation(Record):
    """Who of the union took part: so many there, so many online. Counted here, never at the union that launched it."""

    programme = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="participations")
    direct = models.IntegerField(default=0)
    online = models.IntegerField(default=0)


PRIVACY = {"Participation": dict.fromkeys(("programme", "direct", "online"), "internal")}
MARKET, ENTRIES, JOINED = "care.tet_market", "propaganda.contest_entries", "propaganda.contests_joined"
UNIONS = {
    Campaign.Sort.AO_DAI_DAY: "women.units_wearing_ao_dai",
    **dict.fromkeys(Campaign.MOVEMENTS, DRIVES),
}
PEOPLE = {Campaign.Sort.TET_MARKET, Campaign.Sort.ONLINE_CONTEST}  # of these the figure is people
ONCE = {Campaign.Sort.ONLINE_CONTEST}  # a union joins it once


def draws(participation: Participation, rows: Rows) -> Iterator[Draw]:
    """People at the market by how they came; a contest once and its entries; a grassroots union once in what unions do."""
    sort = participation.programme.sort
    if sort == Campaign.Sort.TET_MARKET:
        yield from _market(participation)
    if sort == Campaign.Sort.ONLINE_CONTEST:
        yield _draw(participation, JOINED, cut={"level": participation.programme.unit.kind.level.code})
        yield _draw(participation, ENTRIES, participation.direct + participation.online)
    if sort in UNIONS and participation.unit.kind.grassroots:
        yield _draw(participation, UNIONS[Campaign.Sort(sort)], subject=participation.unit_id)


def _market(participation: Participation) -> Iterator[Draw]:
    for channel in ("direct", "online"):
        if people := getattr(participation, channel):
            yield _draw(participation, MARKET, people, cut={"channel": channel})


def _draw(participation: Participation, indicator: str, quantity: int = 1, **more: Any) -> Draw:
    return Draw(indicator, participation.unit_id, participation.happened_on, quantity, **more)


def title(participation: Participation, rows: Rows) -> str:
    """In what, and how many."""
    people = participation.direct + participation.online
    said = f", {small(people)} người" if people else ""
    return f"Tham gia {participation.programme.name}{said}"


def check(participation: Participation, rows: Rows) -> None:
    """Refuse a campaign of others, a day outside it, people nobody could have brought, the same contest twice."""
    campaign, day = participation.programme, participation.happened_on
    if not open_to(participation.unit, day).filter(pk=campaign.pk).exists():
        raise Refused(
            f"“{campaign.name}” không phải của {participation.unit.name} hay cấp trên ngày {day:%d/%m/%Y}; "
            "hãy chọn phong trào, chương trình khác.",
            "programme",
        )
    if not campaign.first_on <= day <= campaign.last_on:
        raise Refused(
            f"“{campaign.name}” mở từ {campaign.first_on:%d/%m/%Y} đến {campaign.last_on:%d/%m/%Y}; "
            "hãy chọn một ngày trong thời gian ấy.",
            "happened_on",
        )
    _check_people(participation)
    _refuse_again(participation)


def _check_people(participation: Participation) -> None:
    for column in ("direct", "online"):
        if not 0 <= getattr(participation, column) <= MOST:
            raise Refused(f"Số người phải từ 0 đến {grouped(MOST)}; hãy xem lại.", column)
    if participation.programme.sort in PEOPLE and not participation.direct + participation.online:
        raise Refused("Hãy ghi số người tham gia, trực tiếp hoặc trực tuyến.", "direct")


def _refuse_again(participation: Participation) -> None:
    if participation.programme.sort not in ONCE:
        return
    others = Participation.objects.filter(
        unit=participation.unit, programme=participation.programme, withdrawn=False
    ).exclude(pk=participation.pk)
    if other := others.first():
        raise Refused(
            f"Đã ghi tham gia cuộc thi này ngày {other.happened_on:%d/%m/%Y}; hãy sửa việc đó để thêm lượt dự thi.",
            "programme",
        )


def open_to(unit: Unit, on: date | None = None) -> QuerySet[Campaign]:
    """The campaigns of a union and of those it stands under on a day (or ever stood), the newest first."""
    if on is None:
        above = unit.ancestries.filter(unknown_at=None).values("ancestor")
    else:
        above = standing(on, unit=unit).values("ancestor")
    found = Campaign.objects.filter(unit__in=above, withdrawn=False)
    return found.select_related("unit__kind__level").order_by("-first_on", "name", "pk")


class ParticipationForm(RecordForm):
    programme = forms.ModelChoiceField(
        Campaign.objects.none(), to_field_name="uid", label="Phong trào, chương trình", empty_label="Chọn"
    )
    direct = forms.IntegerField(
        label="Số người tham gia trực tiếp", min_value=0, max_value=MOST, required=False, localize=True
    )
    online = forms.IntegerField(
        label="Số người, lượt dự thi trực tuyến", min_value=0, max_value=MOST, required=False, localize=True
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["programme"].queryset = open_to(self.unit)  # type: ignore[attr-defined]

    def clean_direct(self) -> int:
        return self.cleaned_data["direct"] or 0

    def clean_online(self) -> int:
        return self.cleaned_data["online"] or 0


PARTICIPATION = register(
    Kind(
        slug="participation",
        label="Tham gia phong trào, chương trình",
        icon="ticket",
        chapter=9,
        model=Participation,
        form=ParticipationForm,
        draws=draws,
        title=title,
        check=check,
        feeds=frozenset({MARKET, ENTRIES, JOINED, *UNIONS.values()}),
        hint="Chợ Tết, ngày mặc áo dài, cuộc thi trực tuyến, phong trào thi đua",
        words=("tham gia", "hưởng ứng", "chợ Tết", "áo dài", "dự thi", "phong trào"),
    )
)
