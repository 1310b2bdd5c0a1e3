"""What holds of every kind of record."""

from datetime import date

import pytest
from django.template import Context, Template

from congdoan.base.period import achievement_day
from congdoan.base.table_files import as_xlsx
from congdoan.ledger.indicator import BY_KEY, CHAPTERS
from congdoan.ledger.origins import Draw
from congdoan.ledger.verify import verify
from congdoan.records import content, kind, papers, tables
from congdoan.records.forms import RecordForm
from congdoan.records.kind import KINDS, Kind
from congdoan.records.record import Record
from tests.cast import Cast
from tests.records.samples import SAMPLES

every_kind = pytest.mark.parametrize("which", KINDS.values(), ids=list(KINDS))


def drawn(record: Record) -> list[Draw]:
    return list(kind.of(record).draws(kind.full(record), kind.rows(record)))


def _translates(which: Kind) -> bool:
    """Whether its form makes columns of what it asks for (a period becomes two days)."""
    return getattr(which.form, "values", None) is not RecordForm.values


def test_every_kind_has_its_sample() -> None:
    assert set(SAMPLES) == set(KINDS)


@every_kind
def test_a_kind_feeds_only_what_the_catalogue_holds(which: Kind) -> None:
    assert which.feeds - set(BY_KEY) == set()
    assert which.chapter in CHAPTERS or which.chapter == 0


@every_kind
def test_a_kind_is_shown_with_its_name_its_hint_and_its_icon(which: Kind) -> None:
    assert all((which.label, which.hint, which.words))
    assert len(which.label) <= 40
    assert "<svg" in Template("{% lucide name %}").render(Context({"name": which.icon}))


@every_kind
def test_the_form_asks_for_columns_that_are_there(which: Kind, cast: Cast) -> None:
    form = which.form(unit=cast["laocai-cdvc"])  # type: ignore[call-arg]
    assert set(form.fields) - {"happened_on", "note", "despite"} - set(which.columns) == set() or _translates(
        which
    )
    for spec in which.lines:
        fields = set(spec.form(unit=cast["laocai-cdvc"]).fields)  # type: ignore[call-arg]
        columns = {field.name for field in spec.model._meta.concrete_fields}
        assert set(spec.paste) <= fields
        assert fields - columns - ({"name", "relation", "person"} if spec.person else set()) == set()


@every_kind
def test_a_record_draws_only_what_its_kind_says_it_feeds(which: Kind, cast: Cast) -> None:
    records = list(SAMPLES[which.slug](cast))
    assert records
    anything = not which.feeds  # totals may be declared of almost every indicator
    assert anything or {draw.indicator for record in records for draw in drawn(record)} - which.feeds == set()


@every_kind
def test_entries_stand_where_and_when_the_catalogue_says(which: Kind, cast: Cast) -> None:
    for record in SAMPLES[which.slug](cast):
        for draw in drawn(record):
            indicator = BY_KEY[draw.indicator]
            if indicator.by_day == "achievement" and hasattr(record, "achievement_year"):
                assert draw.day == achievement_day(record.achievement_year)
            elif indicator.by_day == "event" and which.model.__name__ not in ("Declaration", "Nil"):
                assert draw.day == record.happened_on
            if indicator.place in ("doer", "organiser"):
                assert draw.unit == record.unit_id


@every_kind
def test_breakdowns_are_those_of_the_indicator(which: Kind, cast: Cast) -> None:
    odd = {
        (draw.indicator, dimension)
        for record in SAMPLES[which.slug](cast)
        for draw in drawn(record)
        for dimension, value in draw.cut.items()
        if value and dimension not in BY_KEY[draw.indicator].cuts
    }
    assert odd == set()


@every_kind
def test_a_title_names_nobody_and_fits(which: Kind, cast: Cast) -> None:
    for record in SAMPLES[which.slug](cast):
        people = [
            row.person.name
            for rows in kind.rows(record).values()
            for row in rows
            if getattr(row, "person", None)
        ]
        assert 0 < len(record.title) <= 200
        assert not [name for name in people if name in record.title]


@every_kind
def test_a_record_can_be_printed_and_exported(which: Kind, cast: Cast) -> None:
    for record in list(SAMPLES[which.slug](cast))[:2]:
        for paper in papers.papers_of(record):
            assert papers.printed(record, paper.slug, sensitive=True).startswith(b"PK")
        lists = [*tables.of_lists(record, sensitive=True), tables.of_records([record])]
        assert as_xlsx(lists).startswith(b"PK")


@every_kind
def test_what_a_version_says_gives_the_same_record_again(which: Kind, cast: Cast) -> None:
    for record in list(SAMPLES[which.slug](cast))[:2]:
        saved = kind.full(Record.objects.get(pk=record.pk))
        assert record.versions.get().content == content.of(saved, kind.rows(saved), saved.partners.all())
        assert isinstance(saved.happened_on, date)


def test_the_book_agrees_with_all_records(cast: Cast) -> None:
    for sample in SAMPLES.values():
        assert all(record.pk for record in sample(cast))
    assert verify() == []
