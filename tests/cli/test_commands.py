"""The command line, run as people and scripts run it: another process, its output and its exit code."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from congdoan.cli import main
from tests.cast import Cast
from tests.conftest import own_installation

Run = Callable[..., subprocess.CompletedProcess[str]]
CONTRACT = [
    "code",
    "key",
    "label",
    "counts_in",
    "value",
    "num",
    "den",
    "unit",
    "period",
    "tree",
    "known_at",
    "scope",
    "entries",
]


def runner(installation: dict[str, str]) -> Run:
    """Runs `congdoan …` in an installation; environment given by name changes it."""

    def congdoan(
        *arguments: str, module: str = "congdoan", **environ: str
    ) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-m", module, *arguments]
        return subprocess.run(line, env=installation | environ, capture_output=True, text=True, check=False)

    return congdoan


@pytest.fixture
def run(installation: dict[str, str]) -> Run:
    """In an own, empty installation."""
    return runner(installation)


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """In a book with the cast and one record of three gifts, shared by tests that only read it."""
    run = runner(own_installation(tmp_path_factory.mktemp("book")))
    assert run("init").returncode == 0
    done = run(module="tests.cli.stage")
    assert done.returncode == 0, done.stderr
    return run


def figures(run: Run, *arguments: str) -> list[dict[str, Any]]:
    done = run("figures", "--unit", "laocai-cdvc", "--period", "2024-H1", "--json", *arguments)
    assert done.returncode == 0, done.stderr
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


def one(run: Run, *arguments: str) -> Any:
    return figures(run, "--code", "CAR-04", *arguments)[0]["value"]


def test_a_new_book_is_made_once_and_is_sound(run: Run) -> None:
    first, second, check = run("init"), run("init"), run("verify")
    assert "Mật khẩu:" in first.stdout
    assert (second.returncode, "đã lập rồi" in second.stderr) == (1, True)
    assert (check.returncode, check.stdout.strip()) == (0, "Sổ khớp: 0 chênh lệch.")


def test_figures_come_as_the_contract_says(staged: Run) -> None:
    rows = figures(staged)
    assert all(list(row) == CONTRACT for row in rows)
    assert {row["code"]: row["value"] for row in rows}["CAR-05"] == 1_500_000
    assert one(staged) == 3
    assert one(staged, "--tree", "now") == 3
    assert one(staged, "--scope", "own") == 0
    assert one(staged, "--scope", "below") == 3
    assert one(staged, "--where", "recipient=child") == 0
    assert one(staged, "--known-at", "2024-03-01T00:00:00+07:00") is None, (
        "nobody stood there, as far as was known then"
    )
    assert figures(staged, "--code", "CAR-04", "--known-at", "2099-01-01")[0]["entries"] == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("figures", "--unit", "khong-co", "--period", "2024"), "khong-co"),
        (("figures", "--unit", "laocai-cdvc", "--period", "nam ngoai"), "nam ngoai"),
        (("figures", "--unit", "laocai-cdvc", "--period", "2024", "--code", "XYZ-01"), "XYZ-01"),
        (("figures", "--unit", "laocai-cdvc", "--period", "2024", "--where", "mau=xanh"), "mau"),
        (("figures", "--unit", "laocai-cdvc", "--period", "2024", "--known-at", "hôm qua"), "hôm qua"),
        (("figures", "--unit", "laocai-cdvc"), "--help"),
        (
            (
                "report",
                "--unit",
                "laocai-cdvc",
                "--period",
                "2024-H1",
                "--template",
                "khong",
                "--out",
                "r.docx",
            ),
            "khong",
        ),
        (
            (
                "report",
                "--unit",
                "laocai-cdvc",
                "--period",
                "2024-H1",
                "--template",
                "half_year",
                "--out",
                "r.txt",
            ),
            ".txt",
        ),
        (("nhay",), "--help"),
    ],
)
def test_what_is_refused_is_said_in_one_sentence(
    cast: Cast, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    code = main(arguments)
    errors = capsys.readouterr().err.strip()
    assert code == 1
    assert said in errors
    assert len(errors.splitlines()) == 1


def test_without_a_book_nothing_is_made_up(run: Run) -> None:
    done = run("figures", "--unit", "x", "--period", "2024")
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (1, 1)


def test_a_copy_restored_elsewhere_says_the_same(
    staged: Run, tmp_path: Path, elsewhere: dict[str, str]
) -> None:
    copy = tmp_path / "copy"
    saved = staged("backup", str(copy))
    assert saved.returncode == 0, saved.stderr
    before = figures(staged)
    back = staged("restore", str(copy), **elsewhere)
    assert back.returncode == 0, back.stderr
    there = staged("figures", "--unit", "laocai-cdvc", "--period", "2024-H1", "--json", **elsewhere)
    assert json.loads(there.stdout) == before
    kept = {
        path.name: path.read_bytes()
        for path in Path(elsewhere["CONGDOAN_HOME"], "files").rglob("*")
        if path.is_file()
    }
    assert kept
    assert staged("verify", **elsewhere).returncode == 0
    assert staged(module="tests.cli.stage_more", **elsewhere).returncode == 0, (
        "what is written after a restore counts"
    )
    after = staged(
        "figures", "--unit", "laocai-cdvc", "--period", "2024-H1", "--code", "CAR-04", "--json", **elsewhere
    )
    assert json.loads(after.stdout)[0]["value"] == 5


def test_a_damaged_copy_and_a_book_in_use_are_refused(
    staged: Run, tmp_path: Path, elsewhere: dict[str, str]
) -> None:
    copy = tmp_path / "copy"
    assert staged("backup", str(copy)).returncode == 0
    assert "không trống" in staged("backup", str(copy)).stderr
    assert "đã có việc ghi" in staged("restore", str(copy)).stderr
    broken = next(path for path in (copy / "files").rglob("*") if path.is_file())
    broken.write_bytes(b"else")
    refused = staged("restore", str(copy), **elsewhere)
    assert (refused.returncode, "bị hỏng" in refused.stderr) == (1, True)


def test_redraw_of_a_sound_book_changes_nothing(staged: Run) -> None:
    before = figures(staged)
    done = staged("redraw")
    assert (done.returncode, "của 0 nguồn" in done.stdout) == (0, True)
    assert figures(staged) == before


@pytest.fixture
def elsewhere(installation: dict[str, str]) -> dict[str, str]:
    """What a second, empty installation has in its environment."""
    return {name: value for name, value in installation.items() if name.startswith("CONGDOAN_")}


PLAN = """
name = "Chia CĐCS Sở Tư pháp"
unit = "tld"
on = 2024-07-01
[[step]]
do = "found"
code = "tu-phap-hai"
kind = "grassroots"
name = "CĐCS Tư pháp hai"
under = "laocai-cdvc"
[[step]]
do = "split"
unit = "laocai-tu-phap"
into = ["tu-phap-hai"]
keeps = true
rule.tu-phap-hai = { job = "công chứng" }
"""


def test_a_plan_is_looked_at_before_anything_is_written(staged: Run, tmp_path: Path) -> None:
    file = tmp_path / "ke-hoach.toml"
    file.write_text(PLAN, encoding="utf-8")
    before = staged("verify").stdout
    seen = staged("reorganise", str(file))
    assert seen.returncode == 0, seen.stderr
    assert "CĐCS Tư pháp hai: 0 đoàn viên theo danh sách, 0 theo quy tắc, 0 còn lại" in seen.stdout
    assert "chưa ghi gì" in seen.stdout
    assert staged("verify").stdout == before
    assert staged("figures", "--unit", "tu-phap-hai", "--period", "2024-H2").returncode != 0


def test_a_plan_that_cannot_be_is_refused_with_all_that_stands_against_it(
    staged: Run, tmp_path: Path
) -> None:
    file = tmp_path / "ke-hoach.toml"
    file.write_text(PLAN.replace("công chứng", "").replace("laocai-cdvc", "khong-co"), encoding="utf-8")
    refused = staged("reorganise", str(file), "--commit")
    assert refused.returncode != 0
    assert "Traceback" not in refused.stderr
    assert staged("reorganise", "--undo", "khong-co").returncode != 0
