"""A scheme and a sheet, scored."""

from datetime import date
from decimal import Decimal
from typing import Any

from congdoan.ratings import actions
from congdoan.ratings.models import Scheme, Sheet
from congdoan.ratings.points import read_criteria, read_limits
from congdoan.ratings.schemes import set_scheme
from tests.cast import Cast

TEXT = "Chăm lo\nThăm hỏi; 40\nTết; 20\nTổ chức\nKết nạp; 40"
SENT_ON, FOUND_ON = date(2025, 1, 5), date(2025, 1, 20)
UNIT, UPPER = "laocai-bao", "laocai-cdvc"


def scheme(cast: Cast, **said: Any) -> Scheme:
    """Three criteria, four levels, from 2020; of the upper union."""
    how = {"rated": "union", "name": "Bảng chấm CĐCS", "basis": "HD 05", "first_year": 2020} | said
    limits = how.pop("limits", ("90", "70", "50"))
    criteria, year = read_criteria(how.pop("text", TEXT)), how["first_year"]
    return set_scheme(unit=cast[UPPER], criteria=criteria, limits=read_limits(limits, year), by=None, **how)


def points(*given: int | str) -> dict[int, Decimal | None]:
    return {n: Decimal(one) for n, one in enumerate(given, start=1)}


def scored(cast: Cast, *given: int | str, year: int = 2024, **said: Any) -> Sheet:
    """What the grassroots union gives itself."""
    by = said.pop("scheme", None) or scheme(cast)
    return actions.score(scheme=by, unit=cast[UNIT], year=year, points=points(*given), by=None, **said)


def sent(cast: Cast, *given: int | str, **said: Any) -> Sheet:
    return actions.send(sheet=scored(cast, *given, **said), on=SENT_ON, by=None)


def verified(sheet: Sheet, *given: int | str, **said: Any) -> Sheet:
    return actions.verify(sheet=sheet, points=points(*given), on=FOUND_ON, by=None, **said)
