"""Which council hears a proposal, and which union grants what: the way up, one step at a time."""

from datetime import date

from congdoan.accounts.access import WRITERS
from congdoan.accounts.models import Seat
from congdoan.base.errors import Refused
from congdoan.org.models import Unit
from congdoan.org.queries import parent
from congdoan.records.titles import TITLES, UNIONS, Award, Issuer

TIERS = {
    "grassroots": "grassroots",
    "direct_superior": "upper",
    "province": "province",
    "national": "national",
}
ABOVE = ("grassroots", "upper", "province", "committee", "national")  # whose awards stand above whose
PROPOSED = tuple(award for award, title in TITLES.items() if title.issuers & UNIONS)  # the unions' own awards


def tier(unit: Unit) -> str:
    """As whose award counts what this union grants."""
    return TIERS[unit.kind.level.code]


def next_hearing(unit: Unit, award: str, issuer: str, on: date) -> Unit | None:
    """The union whose council hears this union's proposal: its own if it grants the award, else the one above it.

    None where that is a body outside the book. Refuses what that level does not grant, or stands under the union.
    """
    check_given(award, issuer)
    own = tier(unit)
    if ABOVE.index(issuer) < ABOVE.index(own):
        raise Refused(
            f"{Issuer(issuer).label} là cấp dưới của {unit.name}; hãy chọn cấp khen khác.", "issuer"
        )
    if issuer == own:
        return unit
    above = parent(unit, on)
    outside = issuer == Issuer.COMMITTEE and own == "province"
    return None if outside else above


def check_given(award: str, issuer: str) -> None:
    """Refuse an award that level does not give."""
    if issuer not in TITLES[Award(award)].issuers or issuer not in ABOVE:
        raise Refused(
            f"{Issuer(issuer).label} không tặng {Award(award).label}; hãy chọn lại cấp khen.", "issuer"
        )


def answers_here(unit: Unit | None) -> bool:
    """Whether somebody of that union writes in this book; else its decision is written down by who receives it."""
    return unit is not None and Seat.objects.filter(unit=unit, role__in=WRITERS).exists()
