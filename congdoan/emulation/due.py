"""What waits for a union's word in emulation: proposals that came, came back or stand half written, councils without a decision."""

from collections.abc import Iterator
from datetime import date

from congdoan.base.words import small
from congdoan.org.due import MOST, Due
from congdoan.org.models import Unit

from . import queries
from .models import Proposal


def due(unit: Unit, day: date) -> list[Due]:
    """Of this union's own."""
    found = queries.waiting(unit)
    told = (
        (found.arrived, "Trình hội đồng"), (found.returned, "Bị trả lại, cần sửa"), (found.drafts, "Soạn dở"),
        (found.outside, "Chờ quyết định"),
    )  # fmt: skip
    rows = [_due(one, unit, how) for those, how in told for one in those[:MOST]]
    return [*rows, *_councils(found, unit)]


def _due(one: Proposal, unit: Unit, how: str) -> Due:
    sender = f"{one.unit}: " if one.unit_id != unit.pk else ""
    return Due(f"{how}: {sender}{one.award_said}", unit, None, "proposal", one.uid, one.proposed_on)


def _councils(found: queries.Waiting, unit: Unit) -> Iterator[Due]:
    for one in found.councils:
        what = f"Hội đồng thi đua ({small(one.present)} người họp) còn đề nghị chưa có quyết định"
        yield Due(what, unit, None, "council", one.uid, one.met_on)
