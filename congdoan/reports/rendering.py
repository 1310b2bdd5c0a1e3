"""A report as a file: live figures in a draft, the fixed ones after freezing, and once issued the very file that was made."""

from collections.abc import Mapping
from datetime import datetime, time
from functools import lru_cache

from django.conf import settings
from django.utils import timezone

from congdoan.audit import lock
from congdoan.base import store
from congdoan.base.period import Period

from . import facts, library, pdf, vocabulary, word
from .answers import Answer, Answers, Rendered
from .kept import from_json
from .models import Report
from .resolve import Frozen, Live
from .tags import Tag

State = Report.State


def render(
    report: Report, answers: Answers | None = None, texts: Mapping[str, str] | None = None
) -> Rendered:
    """The report as it stands. The same bytes while nothing changed; all its figures are of one moment."""
    template = template_of(report)
    with lock.one_moment():
        asked = answers or answers_of(report)
        told = tuple((key, asked(tag)) for key, tag in library.questions(template).items())
        known = tuple(sorted(facts.facts(report).items()))
        shown = tuple(sorted((written(report) if texts is None else texts).items()))
    return _made(template, told, known, shown, report.title, dated(report), report.state != State.ISSUED)


@lru_cache(maxsize=16)
def _made(
    template: bytes,
    told: tuple[tuple[str, Answer], ...],
    known: tuple[tuple[str, str], ...],
    texts: tuple[tuple[str, str], ...],
    title: str,
    made_at: datetime,
    draft: bool,
) -> Rendered:
    """The finished file; made again only when something it says has changed."""
    return word.render(
        template,
        Frozen(dict(told)),
        dict(known),
        vocabulary=vocabulary.of_catalogue(),
        made_at=made_at,
        base_url=settings.URL,
        texts=dict(texts),
        title=title,
        draft=draft,
    )


def docx(report: Report) -> bytes:
    """The report's Word file: the one issued, or as it stands."""
    return store.get(report.docx) if report.docx else render(report).docx


def as_pdf(report: Report) -> bytes:
    """The PDF of that same Word file, by LibreOffice; of an issued report it is made once and kept."""
    if report.pdf:
        return store.get(report.pdf)
    made = pdf.to_pdf(docx(report))
    if not report.docx:
        return made
    Report.objects.filter(pk=report.pk, pdf="").update(pdf=store.put(made))
    report.refresh_from_db(fields=["pdf"])  # whoever was first made the one that is kept
    return store.get(report.pdf)


def answers_of(report: Report) -> Answers:
    """Where the report's figures come from now."""
    if report.state == State.DRAFT:
        return live(report)
    return Frozen({row.key: from_json(row.answer) for row in report.answers.all()})


def live(report: Report, known_at: datetime | None = None) -> Live:
    """The report's figures from the book, worked out a few passes for all; as known at a moment, if one is given."""
    found = Live(report.unit, Period.parse(report.period), known_at, report.tree_on)
    return found.ahead(tags(report))


def template_of(report: Report) -> bytes:
    """The template's bytes: those of the day it was frozen, from then on."""
    return store.get(report.template_digest) if report.template_digest else library.content(report.template)


def written(report: Report) -> dict[str, str]:
    """The free texts written so far, by their names."""
    return dict(report.texts.values_list("name", "text")) if report.pk else {}


def tags(report: Report) -> tuple[Tag, ...]:
    """What the report's template asks for."""
    return library.tags(template_of(report))


def places(report: Report) -> dict[str, str]:
    """The open places of the report: name → prompt."""
    return library.places(template_of(report))


def dated(report: Report) -> datetime:
    """The moment the file bears: when its figures were fixed; of a draft the end of its period."""
    if report.frozen_at:
        return report.frozen_at
    return timezone.make_aware(datetime.combine(report.last_on, time(12)))
