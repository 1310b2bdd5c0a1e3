"""Terms and posts of a union that end soon, or have ended and nobody has said what came after."""

from collections.abc import Iterator
from datetime import date, timedelta

from congdoan.base.fields import FOREVER
from congdoan.org.due import MOST, Due
from congdoan.org.models import Unit

from . import queries
from .models import Post

CONGRESS, HANDOVER = timedelta(days=180), timedelta(days=60)  # so long before is a congress, a post prepared


def due(unit: Unit, day: date) -> list[Due]:
    """Of this union's own officers."""
    return [*_term(unit, day), *_posts(unit, day)]


def _term(unit: Unit, day: date) -> Iterator[Due]:
    term = queries.term_on(unit, day)
    if term and term.to_on <= day + CONGRESS:
        yield Due(f"{term} hết hạn: chuẩn bị đại hội", unit, term.to_on, "terms")


def _posts(unit: Unit, day: date) -> Iterator[Due]:
    """A post of a committee ends with its term, and that is told once."""
    rows = Post.objects.filter(unit=unit, unmade=None, from_on__lte=day, committee=None).exclude(
        to_on=FOREVER
    )
    near = rows.filter(to_on__gt=day, to_on__lte=day + HANDOVER).select_related("person").order_by("to_on")
    for post in near[:MOST]:
        yield Due(f"{post} {post.person} hết thời hạn", unit, post.to_on, "officers")
