"""Whatever stands in a list of members: each row has one fate, and what was taken in can be taken back."""

from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from congdoan.base.errors import Refused
from congdoan.imports import actions, looking
from congdoan.imports.fates import DOUBTFUL, GOOD, LABELS, REFUSED
from congdoan.imports.models import Import
from congdoan.members.models import Membership
from tests.cast import Cast
from tests.imports.sheeted import workbook

NAMES = st.sampled_from(["Giàng A Tủa", "GIÀNG A TỦA", "Vừ Thị Dở", "Lò Thị Hoà", "Lò Thị Hòa", "Giàng A Tủa, Vừ Thị Dở", "=1+1"])  # fmt: skip
DAYS = st.sampled_from(["02/01/1990", "31/02/1990", "1990", 32875, "x", "01/01/2999"])
NUMBERS = st.sampled_from(["010090000001", 10090000001.0, "1E+11", "LC 01", "0987000001", 987000001.0])
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12).filter(
    lambda said: said[:1] not in "={"
)
ANY = st.one_of(st.none(), st.sampled_from(["Nam", "Nữ", "Tổng cộng", "Sở Tư pháp", "laocai-y-te"]), st.integers(-1, 10**12),
                st.floats(-1e12, 1e12), TEXTS)  # fmt: skip
ROWS = st.lists(st.tuples(*(st.one_of(own, ANY) for own in (NAMES, st.sampled_from(["Nam", "Nữ"]), DAYS, NUMBERS, NUMBERS, NUMBERS, st.none()))),
                min_size=1, max_size=5)  # fmt: skip


@pytest.mark.django_db
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ROWS)
def test_any_row_has_one_fate_and_leaves_nothing_when_undone(cast: Cast, rows: list[Any]) -> None:
    with transaction.atomic():
        one = actions.send(unit=cast["laocai-tu-phap"], sort="members", name="ds.xlsx", content=workbook(*rows),
                           by=None, chosen={"how": "admitted", "on": "2024-03-01"})  # fmt: skip
        _hold(Import.objects.get(pk=one.pk))
        assert not Membership.objects.filter(unmade=None).exists()
        transaction.set_rollback(True)


def _hold(one: Import) -> None:
    fates = actions.fates_of(one)
    assert [fate.row for fate in fates] == [number for number, _ in looking.read(one).table.rows]
    assert all(fate.fate in LABELS and (fate.why or fate.fate not in (REFUSED, DOUBTFUL)) for fate in fates)
    good = sum(fate.fate in GOOD for fate in fates)
    if not good:
        with pytest.raises(Refused, match="không có dòng nào mới"):
            actions.take_in(one=one, by=None, only_good=True)
        return
    done = actions.take_in(one=one, by=None, only_good=True)
    assert Membership.objects.filter(unmade=None).count() == good
    actions.undo(one=done, by=None)
