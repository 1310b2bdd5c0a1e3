"""One paper in two registers: out at the union that issued it, in at the union it was sent to, with the same number, day and issuer."""

from datetime import date

from congdoan.audit.models import Posting
from congdoan.org.models import Unit

from . import actions
from .models import Paper


def send(*, paper: Paper, to: Unit, on: date, by: int | None) -> Paper:
    """The paper comes in at a union on a day. Sent twice, it is there once."""
    known = Paper.objects.filter(original=paper, unit=to, withdrawn=None).first()
    return known or actions.register(
        unit=to, way=Paper.Way.IN, by=by, sort=paper.sort, symbol=paper.code, issuer=paper.unit.name,
        signer=paper.signer, subject=paper.subject, dated_on=paper.dated_on, arrived_on=on, digital=paper.digital,
        original=paper,
    )  # fmt: skip


def take_back(*, paper: Paper, to: Unit, posting: Posting) -> None:
    """It did not come in there after all; its number in that register stays, marked."""
    Paper.objects.filter(original=paper, unit=to, withdrawn=None).update(withdrawn=posting)
