"""A union's book goes to another installation: everything that can be asked of it is answered there as here."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from openpyxl import load_workbook

from congdoan.accounts.models import User
from congdoan.archive.exporting import export
from congdoan.archive.loading import load
from congdoan.archive.scope import LEFT_OUT, SOURCES, kept
from congdoan.archive.state import state
from congdoan.archive.tables import label
from congdoan.audit import lock
from congdoan.audit.models import Posting
from congdoan.base import store
from congdoan.base.errors import Refused
from congdoan.ledger.origins import ORIGINS
from congdoan.ledger.verify import verify
from congdoan.members.models import Hardship, Person
from congdoan.org.models import Unit
from congdoan.records.record import Record, StoredFile
from tests.archive.book import emptied, told, write_everything
from tests.cast import Cast, care
from tests.records.said import value
from tests.records.samples import DAY


@pytest.mark.parametrize("code", ["tld", "laocai-cdvc"])
def test_a_book_loaded_elsewhere_answers_as_it_did(cast: Cast, tmp_path: Path, code: str) -> None:
    write_everything(cast)
    moment = lock.moment()
    care(cast["laocai-bao"], cast.funds["laocai-xa-hoi"], DAY)
    before = told(code), told(code, known_at=moment), state(cast[code])
    assert verify() == []
    manifest = export(cast[code], tmp_path / "so.zip")
    emptied()
    load(tmp_path / "so.zip")
    assert (told(code), told(code, known_at=moment)) == before[:2]
    assert state(Unit.objects.get(code=code)) == before[2]
    assert manifest.state == before[2].digest
    assert verify() == []


def test_what_is_written_after_loading_goes_on_from_there(cast: Cast, tmp_path: Path) -> None:
    care(cast["laocai-tu-phap"], cast.funds["tu-phap-doan-phi"], DAY, gifts=2, by=cast.users["chair"].pk)
    export(cast["laocai-cdvc"], tmp_path / "so.zip")
    emptied()
    load(tmp_path / "so.zip")
    unit = Unit.objects.get(code="laocai-tu-phap")
    record = Record.objects.get()
    care(unit, record.care.fund, DAY, gifts=3)
    assert value("care.tet_gifts", unit, "2024") == 5
    writer = User.objects.get(pk=record.entered_by)
    assert (writer.username, writer.is_active, writer.has_usable_password()) == ("chair", False, False)
    assert Posting.objects.filter(by=writer.pk).count() == 1


def test_of_other_unions_only_what_is_named_goes_along(cast: Cast, tmp_path: Path, settings: Any) -> None:
    """With the files, and a workbook to read."""
    write_everything(cast)
    mine = Hardship.objects.filter(person__memberships__unit=cast["laocai-tu-phap"])
    own, digest = set(mine.values_list("person__uid")), StoredFile.objects.get().digest
    members = f"Sùng Thị Chu {cast['laocai-tu-phap'].pk}"
    export(cast["laocai-cdvc"], tmp_path / "so.zip")
    emptied()
    settings.STORED_FILES = tmp_path / "files"
    load(tmp_path / "so.zip")
    assert not Unit.objects.filter(code="yenbai-tu-phap").exists()
    assert Unit.objects.filter(code__in=["tld", "laocai-ldld"]).count() == 2, "those above are named"
    assert set(Hardship.objects.values_list("person__uid")) == own
    assert not Record.objects.filter(unit__code="muongkhuong-thcs").exists()
    assert store.get(digest) == b"%PDF-1.4"
    with zipfile.ZipFile(tmp_path / "so.zip") as packed:
        book = load_workbook(io.BytesIO(packed.read("so.xlsx")))
    assert {"Công đoàn", "Đoàn viên", "Thu, chi", "Số liệu các năm"} <= set(book.sheetnames)
    assert members in [row[1].value for row in book["Đoàn viên"].iter_rows()]


def test_a_book_in_use_is_not_written_over(cast: Cast, tmp_path: Path) -> None:
    export(cast["laocai-cdvc"], tmp_path / "so.zip")
    with pytest.raises(Refused, match="đã có dữ liệu"):
        load(tmp_path / "so.zip")


def test_every_table_is_taken_along_or_left_out_for_a_reason() -> None:
    every = {model._meta.label for model in apps.get_models()}
    assert {label(table) for table in kept()} | LEFT_OUT.keys() >= every
    assert {label(table) for table in kept()} & LEFT_OUT.keys() == set()
    assert all(LEFT_OUT.values())


def test_every_origin_of_entries_has_its_table() -> None:
    assert SOURCES.keys() >= ORIGINS.keys()
    assert Person in SOURCES.values()
