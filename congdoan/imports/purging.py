"""Files that came in and were dealt with are thrown away after a time, and with them the answers given to programs: what
they brought is in the book."""

from datetime import datetime

from django.db.models import QuerySet

from congdoan.audit.actions import writing

from .models import Content, Import


def done_with(before: datetime) -> QuerySet[Content]:
    """The files sent before a moment that were taken in or taken back."""
    return (
        Content.objects.filter(of__sent_at__lt=before).exclude(of__state=Import.State.OPEN).exclude(file=b"")
    )


def purge(*, before: datetime, by: int | None) -> int:
    """Throw those files away, with the cells mended; what became of each row stays in numbers. Returns how many. An import
    whose file is gone is taken back no more."""
    with writing(by=by, action="purge_imports"):
        rows = done_with(before)
        Import.objects.filter(content__in=rows).update(mended={}, answers={})
        return rows.update(file=b"", fates=None)
