"""Where things stand and what they are called."""

import subprocess
import sys
import tomllib
from pathlib import Path

from tests.rules.source import PACKAGE, ROOT, product

VAGUE = {"utils", "util", "helpers", "helper", "managers", "services", "signals", "common", "misc"}
BELOW_ALL = {"settings", "formats"}  # read by Django itself; they import nothing of ours


def test_imports_point_one_way() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_room_has_its_layer() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    placed = {name.strip().removeprefix("congdoan.") for layer in layers for name in layer.split("|")}
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    rooms |= {path.stem for path in PACKAGE.glob("*.py")} - {"__init__", "__main__"}
    assert rooms - BELOW_ALL == placed


def test_names_of_modules_say_what_is_in_them() -> None:
    parts = {part for module in product() for part in (*module.path.parent.parts, module.path.stem)}
    assert parts & VAGUE == set()
