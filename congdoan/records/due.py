"""What waits in the records of a union: what was asked and nobody has answered."""

from datetime import date

from django.utils.text import Truncator

from congdoan.org.due import MOST, Due
from congdoan.org.models import Unit

from .kinds.petition import open_petitions

READ = 80  # letters of what was asked


def due(unit: Unit, day: date) -> list[Due]:
    """Of this union's own; without a day to answer by, since when it waits."""
    rows = open_petitions([unit], day)[:MOST]
    return [
        Due(
            f"Kiến nghị chờ trả lời: {Truncator(one.content).chars(READ)}", unit, one.due_on, "record", one.record.uid,
            one.record.happened_on,
        )
        for one in rows
    ]  # fmt: skip
