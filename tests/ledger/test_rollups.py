"""Sums are kept for large unions only to be quick: with them or without, the figures are the same."""

from datetime import date

import pytest
from django.db import transaction
from django.db.models import F

from congdoan.ledger import actions as ledger
from congdoan.ledger import rollups
from congdoan.ledger.figures import figures
from congdoan.ledger.indicator import shown
from congdoan.ledger.models import Entry, Node, Rollup, Watermark
from congdoan.ledger.verify import verify
from congdoan.reform import actions as reform
from tests.cast import Cast, care
from tests.ledger.book import H1, YEAR, draw, say, value

FEBRUARY, MAY = date(2024, 2, 1), date(2024, 5, 1)


@pytest.fixture(autouse=True)
def _large_begins_at_four(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rollups, "LARGE", 4)


def everything(cast: Cast) -> dict[str, list[object]]:
    """Every figure of every union."""
    return {
        code: [(f.value, f.entries) for f in figures(unit, YEAR, shown())]
        for code, unit in cast.units.items()
    }


def history(cast: Cast) -> None:
    """A bit of everything."""
    bao, fund = cast["laocai-bao"], cast.funds["laocai-xa-hoi"]
    care(bao, fund, FEBRUARY, gifts=2)
    say(1, draw("members.total", bao, FEBRUARY, 30), draw("members.total", bao, MAY, -4))
    reform.move(unit=bao, to=cast["yenbai-ldld"], on=date(2024, 3, 1), by=None)
    care(bao, fund, MAY, gifts=3)


def test_sums_are_kept_of_large_unions_only(cast: Cast) -> None:
    rollups.fold_all()
    codes = set(Node.objects.values_list("unit__code", flat=True))
    assert codes == {"tld", "laocai-ldld", "laocai-cdvc"}


def test_folding_changes_no_figure(cast: Cast) -> None:
    history(cast)
    before = everything(cast)
    assert rollups.fold_all() > 0
    assert Rollup.objects.exists()
    assert everything(cast) == before
    assert verify() == []


def test_folding_in_small_steps_is_folding_at_once(cast: Cast) -> None:
    history(cast)
    rollups.fold_all()
    at_once = set(
        Rollup.objects.exclude(quantity=0, entries=0).values_list("node", "indicator", "day", "quantity")
    )
    Rollup.objects.all().delete()
    Watermark.objects.update(entry=0)
    while rollups.fold(batch=2):
        assert verify() == []
    in_steps = Rollup.objects.exclude(quantity=0, entries=0)
    assert set(in_steps.values_list("node", "indicator", "day", "quantity")) == at_once


def test_what_is_written_after_folding_counts_at_once(cast: Cast) -> None:
    rollups.fold_all()
    history(cast)
    assert value("CAR-04", cast["laocai-cdvc"]) == 2
    assert value("CAR-04", cast["tld"]) == 5
    assert value("members.total", cast["tld"]) == 26


def test_a_folded_entry_taken_back_counts_no_more(cast: Cast) -> None:
    say(1, draw("care.tet_gifts", cast["laocai-bao"], FEBRUARY, 4))
    rollups.fold_all()
    say(1)
    assert value("CAR-04", cast["tld"]) == 0
    rollups.fold_all()
    assert value("CAR-04", cast["tld"]) == 0


def test_folding_again_finds_nothing_to_do(cast: Cast) -> None:
    rollups.fold_all()
    assert rollups.fold() == 0


def test_a_move_takes_folded_sums_along(cast: Cast) -> None:
    bao = cast["laocai-bao"]
    care(bao, cast.funds["laocai-xa-hoi"], FEBRUARY, gifts=2)
    say(1, draw("members.total", bao, date(2023, 1, 1), 30))
    rollups.fold_all()
    reform.move(unit=bao, to=cast["yenbai-ldld"], on=date(2024, 1, 15), by=None)
    assert [value(code, cast["laocai-cdvc"], "2023") for code in ("CAR-04", "members.total")] == [0, 30]
    assert [value(code, cast["laocai-cdvc"]) for code in ("CAR-04", "members.total")] == [0, 0]
    assert [value(code, cast["tld"]) for code in ("CAR-04", "members.total")] == [2, 30]
    assert verify() == []


def test_a_union_that_grows_large_has_its_sums_from_the_start(cast: Cast) -> None:
    history(cast)
    rollups.fold_all()
    assert not Node.objects.filter(unit=cast["yenbai-ldld"]).exists()
    reform.move(unit=cast["laocai-y-te"], to=cast["yenbai-ldld"], on=MAY, by=None)
    before = everything(cast)
    rollups.fold_all()
    assert Node.objects.filter(unit=cast["yenbai-ldld"]).exists()
    assert everything(cast) == before
    assert verify() == []


def test_sums_built_anew_are_the_same(cast: Cast) -> None:
    history(cast)
    rollups.fold_all()
    before = everything(cast)
    rollups.rebuild()
    assert everything(cast) == before
    assert verify() == []


def test_a_wrong_sum_is_found_named_and_mended(cast: Cast) -> None:
    history(cast)
    rollups.fold_all()
    before = everything(cast)
    cell = Rollup.objects.filter(node=cast["tld"], quantity__gt=0).first()
    assert cell
    Rollup.objects.filter(pk=cell.pk).update(quantity=F("quantity") + 1)
    (found,) = verify()
    assert found.where == f"rollup {cast['tld'].pk}/{cell.indicator}/{cell.day}"
    assert "redraw" in found.sentence
    ledger.redraw(by=None, why="tổng lưu sẵn sai")
    assert verify() == []
    assert everything(cast) == before


def test_verifying_leaves_its_date_and_what_it_found(cast: Cast) -> None:
    history(cast)
    rollups.fold_all()
    verify()
    mark = Watermark.objects.get()
    assert mark.verified_at
    assert mark.differences == 0


def test_what_is_rolled_back_was_never_there(cast: Cast) -> None:
    rollups.fold_all()
    with transaction.atomic():
        history(cast)
        transaction.set_rollback(True)
    rollups.fold_all()
    assert value("CAR-04", cast["tld"], H1) == 0
    assert Watermark.objects.get().entry == Entry.objects.order_by("-id").values_list("id", flat=True)[0]
