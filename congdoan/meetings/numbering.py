"""Papers of a meeting that bear a number: each takes the next of the register of papers out, in one press."""

from datetime import date

from congdoan.base.errors import Refused
from congdoan.base.period import today
from congdoan.org.queries import naming
from congdoan.papers import actions as papers
from congdoan.papers.models import Paper

from .actions import changing
from .models import Meeting, Numbered
from .parts import Part

AFTER = Paper.Sort.NOTICE  # goes out after the meeting; the others on its day at the latest


def number(
    *, meeting: Meeting, part: Part, by: int | None, asked: int | None = None, on: date | None = None
) -> Paper:
    """The paper enters the register on a day, under the next number or the one asked for. Pressed twice, it has one."""
    if not part.sort:
        raise Refused(f"{part.label} không lấy số văn bản.")
    if missing := part.missing(meeting):
        raise Refused(f"{part.label} chưa lấy số được. {missing}")
    with changing(meeting, by, "number_paper") as (held, _):
        if known := paper_of(held, part.slug):
            return known
        day = on or (today() if part.sort == AFTER else min(held.day, today()))
        signs = naming(held.unit, day)
        paper = papers.register(
            unit=held.unit, way=Paper.Way.OUT, sort=part.sort, by=by, number=asked, dated_on=day,
            subject=f"{part.about} {held.about[:1].lower()}{held.about[1:]}", signer=signs.signer_name if signs else "",
        )  # fmt: skip
        Numbered.objects.create(meeting=held, part=part.slug, paper=paper)
    return paper


def paper_of(meeting: Meeting, slug: str) -> Paper | None:
    """What one of its papers is in the register; nothing while it bears no number, or that was withdrawn."""
    return numbered(meeting).get(slug)


def numbered(meeting: Meeting) -> dict[str, Paper]:
    """The papers that bear a number."""
    rows = Numbered.objects.filter(meeting=meeting, paper__withdrawn=None).select_related("paper")
    return {row.part: row.paper for row in rows}
