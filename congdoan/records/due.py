"""What waits in the records of a union: what was asked and nobody has answered, movements to join and to sum up."""

from datetime import date, timedelta

from django.db.models import Q
from django.utils.text import Truncator

from congdoan.org.due import MOST, Due
from congdoan.org.models import Unit

from .kinds.campaign import Campaign
from .kinds.participation import Participation, open_to
from .kinds.petition import open_petitions
from .kinds.summary import own

READ = 80  # letters of what was asked
JUST, NEARLY = (
    timedelta(days=14),
    timedelta(days=30),
)  # a movement is told when it was launched, and before its end
FORGOTTEN = timedelta(days=90)  # a movement over for longer is summed up no more


def due(unit: Unit, day: date) -> list[Due]:
    """Of this union's own: what was asked; movements it has not joined, or launched and not summed up."""
    return [*_petitions(unit, day), *_to_join(unit, day), *_to_sum_up(unit, day)]


def _petitions(unit: Unit, day: date) -> list[Due]:
    """What was asked; without a day to answer by, since when it waits."""
    rows = open_petitions([unit], day)[:MOST]
    return [
        Due(
            f"Kiến nghị chờ trả lời: {Truncator(one.content).chars(READ)}", unit, one.due_on, "record", one.record.uid,
            one.record.happened_on,
        )
        for one in rows
    ]  # fmt: skip


def _to_join(unit: Unit, day: date) -> list[Due]:
    """What a union above launched just now, or ends soon, and a grassroots union has not taken part in."""
    if not unit.kind.grassroots:
        return []
    running = open_to(unit, day).exclude(unit=unit).filter(first_on__lte=day, last_on__gte=day)
    joined = Participation.objects.filter(unit=unit, withdrawn=False).values("programme")
    rows = running.filter(Q(first_on__gte=day - JUST) | Q(last_on__lte=day + NEARLY)).exclude(pk__in=joined)
    return [
        Due(
            f"Tham gia {one.name}",
            one.unit,
            one.last_on,
            "record_form",
            "participation",
            asks=f"?cd={unit.code}&programme={one.uid}",
        )
        for one in rows[:MOST]
    ]


def _to_sum_up(unit: Unit, day: date) -> list[Due]:
    """The movements it launched that are over, while nobody has summed them up."""
    over = own(unit).filter(sort__in=Campaign.MOVEMENTS, last_on__lt=day, last_on__gte=day - FORGOTTEN)
    rows = over.exclude(summaries__withdrawn=False)
    return [
        Due(
            f"Tổng kết {one.name}", unit, None, "record_form", "summary", one.last_on, asks=f"?cd={unit.code}&programme={one.uid}"
        )
        for one in rows[:MOST]
    ]  # fmt: skip
