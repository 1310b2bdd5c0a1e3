"""A half-year gone by, before a reform."""

from datetime import date

import pytest

from congdoan.ledger import rollups
from congdoan.members.joining import admit_list
from tests.cast import Cast, care

JOINED, MARCH = date(2024, 1, 5), date(2024, 3, 1)


@pytest.fixture
def book(cast: Cast) -> Cast:
    """Members, gifts, sums kept: a year half gone."""
    for code, people in (
        ("laocai-tu-phap", 3),
        ("yenbai-tu-phap", 2),
        ("laocai-y-te", 4),
        ("muongkhuong-thcs", 1),
    ):
        rows = [{"name": f"Lý Thị Thử {n} {code[:6]}", "woman": n % 2 == 0} for n in range(people)]
        admit_list(unit=cast[code], on=JOINED, rows=rows, by=None)
    for code, fund, gifts in (
        ("laocai-tu-phap", "laocai-xa-hoi", 5), ("yenbai-tu-phap", "yenbai-xa-hoi", 7), ("muongkhuong-ldld", "laocai-xa-hoi", 2),
        ("laocai-y-te", "laocai-xa-hoi", 1),
    ):  # fmt: skip
        care(cast[code], cast.funds[fund], MARCH, gifts=gifts)
    rollups.fold_all()
    return cast
