"""Two provinces and a centre on this machine: three PostgreSQL clusters on loopback, each with a book of its own.

    python -m benchmarks.provinces

starts them, founds a small book in both provinces, sends their sums to the centre, prints the country's figures read
there, stops one province and then the centre while the others write, and checks that all agree. Two minutes; nothing
stays. Every line that begins with $ is a command an operator would give.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

CENTRE = "trung-uong"
PROVINCES = {"laocai": "Lào Cai", "yenbai": "Yên Bái"}
NAMES = {CENTRE: "trung ương", **PROVINCES}
UNIONS, GIFTS = 6, 5  # grassroots unions of a province; lists of gifts in each
SHOWN = ("ORG-01", "CAR-04", "CAR-05", "CAR-09")
PATIENCE = 60  # seconds


@dataclass
class Installation:
    """A cluster and the environment of the installation whose database it holds."""

    name: str
    home: Path
    cluster: "postgres.Apart" = field(default_factory=lambda: postgres.Apart())

    @property
    def place(self) -> str:
        return f"host=127.0.0.1 port={self.cluster.port} user=postgres dbname=country"

    def run(self, module: str, *arguments: str, quiet: bool = False) -> str:
        """Run a module in this installation; what it prints, said aloud unless `quiet`."""
        url = f"postgres://postgres@127.0.0.1:{self.cluster.port}/country"
        environ = os.environ | {"CONGDOAN_DATABASE_URL": url, "CONGDOAN_HOME": str(self.home)}
        line = [sys.executable, "-m", module, *arguments]
        done = subprocess.run(line, env=environ, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"{self.name}: {' '.join(arguments)}\n{done.stderr}")
        if not quiet:
            print(
                f"\n[{NAMES[self.name]}] $ congdoan {' '.join(arguments)}\n{done.stdout.rstrip()}", flush=True
            )
        return done.stdout

    def congdoan(self, *arguments: str, quiet: bool = False) -> str:
        return self.run("congdoan", *arguments, quiet=quiet)

    def acts(self, *arguments: str) -> None:
        """Something happens in the province: this very file, run there."""
        self.run("benchmarks.provinces", *arguments, quiet=True)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="congdoan-provinces-") as folder:
        began = time.perf_counter()
        made = _clusters(Path(folder))
        print(f"Ba cụm PostgreSQL, mỗi cụm một sổ: {time.perf_counter() - began:.0f} giây.")
        try:
            _shown(made)
        finally:
            for one in made.values():
                one.cluster.gone()


def _clusters(folder: Path) -> dict[str, Installation]:
    """The tables are made once; the three clusters are copies of that, and go their own ways from there."""
    address = postgres.create("country")
    environ = os.environ | {"CONGDOAN_DATABASE_URL": address, "CONGDOAN_HOME": str(folder / "empty")}
    subprocess.run([sys.executable, "-m", "congdoan", "init"], env=environ, check=True, capture_output=True)
    return {name: Installation(name, folder / name) for name in NAMES}


def _shown(made: dict[str, Installation]) -> None:
    centre = made[CENTRE]
    centre.acts("top")
    for name in PROVINCES:
        made[name].acts("found", name)
        made[name].congdoan("upward", "publish", f"{name}-ldld")
        centre.congdoan("upward", "subscribe", f"{name}-ldld", made[name].place)
    _agree(made)
    centre.congdoan("upward", "figures", "--period", "2026", "--code", *SHOWN, "--books")
    _lag(made)
    print("\n— Lào Cai dừng; Yên Bái vẫn ghi, trung ương vẫn đọc.")
    made["laocai"].cluster.stop()
    made["yenbai"].acts("give", "yenbai", "7")
    centre.congdoan("upward", "figures", "--period", "2026", "--code", "CAR-04", "--books")
    centre.congdoan("upward", "status")
    print("\n— Lào Cai chạy lại; trung ương dừng, hai tỉnh vẫn ghi.")
    made["laocai"].cluster.start()
    centre.cluster.stop()
    for name in PROVINCES:
        made[name].acts("give", name, "11")
    centre.cluster.start()
    _agree(made)
    centre.congdoan("upward", "figures", "--period", "2026", "--code", *SHOWN, "--books")
    for one in made.values():
        one.congdoan("upward", "verify")
    print("\nSố ở trung ương bằng số từng tỉnh tự nói.")


def _gifts(one: Installation, name: str) -> int:
    """What a province's own book says."""
    found = one.congdoan(
        "figures", "--unit", f"{name}-ldld", "--period", "2026", "--code", "CAR-04", "--json", quiet=True
    )
    return int(json.loads(found)[0]["value"])


def _agree(made: dict[str, Installation]) -> None:
    """Wait until the centre says what the provinces say of themselves; give up after a minute."""
    own = {f"{name}-ldld": _gifts(made[name], name) for name in PROVINCES}
    until = time.perf_counter() + PATIENCE
    while time.perf_counter() < until:
        asked = ("upward", "figures", "--period", "2026", "--code", "CAR-04", "--json")
        (there,) = json.loads(made[CENTRE].congdoan(*asked, quiet=True))
        if {code: told["value"] for code, told in there["books"].items()} == own:
            return
    raise SystemExit(f"Sau {PATIENCE} giây trung ương chưa nói như các tỉnh.")


def _lag(made: dict[str, Installation]) -> None:
    """From a province's commit to its being readable at the centre."""
    found = []
    with (
        psycopg.connect(made["laocai"].place, autocommit=True) as there,
        psycopg.connect(made[CENTRE].place, autocommit=True) as here,
    ):
        there.execute(
            "SET synchronous_commit = on"
        )  # the tests' clusters write their log when they find the time
        for n in range(20):
            there.execute("UPDATE upward_book SET verified_at = now(), differences = %s", [n])
            began = time.perf_counter()
            asked = "SELECT 1 FROM upward_book WHERE code = 'laocai-ldld' AND differences = %s"
            while not here.execute(asked, [n]).fetchone():
                pass
            found.append((time.perf_counter() - began) * 1000)
        there.execute("UPDATE upward_book SET verified_at = NULL, differences = NULL")
    print(
        f"\nTừ lúc tỉnh ghi xong đến lúc trung ương đọc được: giữa {sorted(found)[10]:.1f} ms, lâu nhất {max(found):.1f} ms."
    )


def _inside(what: str, name: str = "", count: str = str(GIFTS)) -> None:
    """What happens inside one installation."""
    import django

    django.setup()
    from congdoan.ledger import rollups
    from congdoan.org.models import Unit
    from tests.cast import care, found

    if what == "top":
        found("tld", "confederation", "Tổng Liên đoàn Lao động Việt Nam", None)
        return
    if what == "found":
        _found(name)
    for unit in Unit.objects.filter(kind__grassroots=True):
        fund = unit.funds.get(code=f"{unit.code}-quy")
        care(unit, fund, date(2026, 2, 10), gifts=int(count))
    rollups.fold_all()


def _found(name: str) -> None:
    """A province, its grassroots unions with a fund each."""
    from congdoan.funds.models import Fund
    from tests.cast import BEGAN, found

    words = PROVINCES[name]
    top = found(f"{name}-ldld", "province", f"LĐLĐ tỉnh {words}", None)
    for n in range(UNIONS):
        code = f"{name}-cs-{n}"
        unit = found(code, "grassroots", f"CĐCS số {n + 1} {words}", top)
        Fund.objects.create(
            code=f"{code}-quy", name=f"Quỹ {code}", unit=unit, source=Fund.Source.SOCIAL, from_on=BEGAN
        )


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "congdoan.settings")
    os.environ.setdefault("CONGDOAN_SECRET", "bench")
    if len(sys.argv) > 1:
        _inside(*sys.argv[1:])
    else:
        import psycopg

        from tests import postgres

        main()
