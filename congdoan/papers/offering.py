"""Which paper answers a report asked for: rooms left of this one that issue papers say (`register`, in their apps.ready())."""

from collections.abc import Callable

from .models import Paper, ReportDue

Offer = Callable[[ReportDue], Paper | None]
OFFERS: list[Offer] = []


def register(offer: Offer) -> Offer:
    """Ask this one too."""
    OFFERS.append(offer)
    return offer


def offered(due: ReportDue) -> Paper | None:
    """The paper that seems to be the report asked for."""
    return next((paper for offer in OFFERS if (paper := offer(due))), None)
