"""An archive that is not what it says is refused with one sentence, and nothing of it stays."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from congdoan.accounts.models import User
from congdoan.archive.exporting import export
from congdoan.archive.loading import load
from congdoan.base.errors import Refused
from congdoan.org.models import Unit
from tests.archive.book import emptied
from tests.cast import Cast, care
from tests.records.samples import DAY

Parts = dict[str, bytes]
UNITS, ENTRIES = "tables/org.Unit.jsonl", "tables/ledger.Entry.jsonl"


def listed(parts: Parts, name: str, content: bytes) -> None:
    """Put a part in, with a list that agrees."""
    parts[name] = content
    said = json.loads(parts["manifest.json"])
    said["parts"][name] = {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    parts["manifest.json"] = json.dumps(said).encode()


def said(**more: Any) -> Callable[[Parts], None]:
    """The list says something else."""

    def change(parts: Parts) -> None:
        parts["manifest.json"] = json.dumps({**json.loads(parts["manifest.json"]), **more}).encode()

    return change


def climbing(parts: Parts) -> None:
    listed(parts, "../../etc/passwd", b"root")


def climbing_file(parts: Parts) -> None:
    listed(parts, f"files/../{'a' * 64}", b"root")


def another_file(parts: Parts) -> None:
    listed(parts, f"files/{'a' * 64}", b"not of that digest")


def unknown_table(parts: Parts) -> None:
    listed(parts, "tables/accounts.User.jsonl", b'{"id": 1, "is_superuser": true}\n')


def one_more(parts: Parts) -> None:
    parts["tables/org.Extra.jsonl"] = b""


def one_less(parts: Parts) -> None:
    del parts[UNITS]


def changed(parts: Parts) -> None:
    parts[UNITS] = parts[UNITS].replace(b"laocai", b"yenbai")


def unknown_column(parts: Parts) -> None:
    listed(parts, UNITS, parts[UNITS].replace(b'"code"', b'"codex"'))


def no_json(parts: Parts) -> None:
    listed(parts, UNITS, b"{")


def no_list(parts: Parts) -> None:
    parts["manifest.json"] = b"[]"


def more_money(parts: Parts) -> None:
    """All digests agree, but the figures are not those the records make."""
    listed(parts, ENTRIES, parts[ENTRIES].replace(b"500000", b"900000"))


def entries_gone(parts: Parts) -> None:
    listed(parts, ENTRIES, b"")


def dangling(parts: Parts) -> None:
    """A row that points at none."""
    listed(parts, UNITS, parts[UNITS].replace(b'"kind_id": ', b'"kind_id": 99'))


FAULTS = (
    said(format=2), said(schema={"org": "0001_initial"}), said(parts={}), said(state="0" * 64), said(extra=1),
    climbing, climbing_file, another_file, unknown_table, one_more, one_less, changed, unknown_column, no_json,
    no_list, more_money, entries_gone, dangling,
)  # fmt: skip


def spoilt(source: Path, target: Path, fault: Callable[[Parts], None]) -> Path:
    """The archive with one thing wrong."""
    with zipfile.ZipFile(source) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    fault(parts)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return target


def left() -> tuple[int, int]:
    return Unit.objects.count(), User.objects.count()


def test_whatever_is_wrong_with_it_nothing_is_taken_in(cast: Cast, tmp_path: Path, settings: Any) -> None:
    care(cast["laocai-tu-phap"], cast.funds["tu-phap-doan-phi"], DAY)
    source = tmp_path / "so.zip"
    export(cast["laocai-cdvc"], source)
    emptied()
    settings.STORED_FILES = tmp_path / "files"
    for fault in FAULTS:
        with pytest.raises(Refused) as refused:
            load(spoilt(source, tmp_path / "spoilt.zip", fault))
        assert "\n" not in refused.value.sentence, fault
        assert left() == (0, 0), fault
    assert not (tmp_path / "files").exists()
    load(source)
    assert left()[0] > 0, "the archive itself is sound"


@pytest.mark.parametrize("keep", [0, 100, -200, -1])
def test_a_file_cut_short_is_refused(cast: Cast, tmp_path: Path, keep: int) -> None:
    source = tmp_path / "so.zip"
    export(cast["yenbai-ldld"], source)
    source.write_bytes(source.read_bytes()[:keep])
    emptied()
    with pytest.raises(Refused, match="bị hỏng hoặc bị cắt"):
        load(source)
    assert left() == (0, 0)


def test_what_is_no_archive_at_all_is_refused(db: None, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="hỏng"):
        load(tmp_path / "nowhere.zip")
    assert left() == (0, 0)
