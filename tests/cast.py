"""Who is who: the small standing cast that tests play with. All of it is made up.

    tld
    ├── laocai-ldld                     administrator
    │   ├── laocai-cdvc                 officer, inspector, reader
    │   │   ├── laocai-tu-phap          chair
    │   │   ├── laocai-y-te             other_chair
    │   │   └── laocai-bao
    │   └── muongkhuong-ldld
    │       └── muongkhuong-thcs
    └── yenbai-ldld                     neighbour
        └── yenbai-tu-phap

Each grassroots union organises one employer's workers: four offices, and an enterprise at Mường Khương.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from congdoan.accounts.models import Role, Seat, User
from congdoan.base.text import fold
from congdoan.funds.models import Fund
from congdoan.org.models import Employer, Unit, UnitKind
from congdoan.records import actions
from congdoan.records.kinds.care import CARE
from congdoan.records.record import Record
from congdoan.reform import actions as reform
from congdoan.reform import relations

PASSWORD = "mot-mat-khau-dai"
BEGAN = date(2010, 1, 1)
UNITS = (
    ("tld", "confederation", "Tổng Liên đoàn Lao động Việt Nam", ""),
    ("laocai-ldld", "province", "LĐLĐ tỉnh Lào Cai", "tld"),
    ("laocai-cdvc", "public_sector", "Công đoàn Viên chức tỉnh Lào Cai", "laocai-ldld"),
    ("laocai-tu-phap", "grassroots", "CĐCS Sở Tư pháp", "laocai-cdvc"),
    ("laocai-y-te", "grassroots", "CĐCS Văn phòng Sở Y tế", "laocai-cdvc"),
    ("laocai-bao", "grassroots", "CĐCS Báo Lào Cai", "laocai-cdvc"),
    ("muongkhuong-ldld", "district", "LĐLĐ huyện Mường Khương", "laocai-ldld"),
    ("muongkhuong-thcs", "grassroots", "CĐCS Trường THCS thị trấn Mường Khương", "muongkhuong-ldld"),
    ("yenbai-ldld", "province", "LĐLĐ tỉnh Yên Bái", "tld"),
    ("yenbai-tu-phap", "grassroots", "CĐCS Sở Tư pháp Yên Bái", "yenbai-ldld"),
)
PEOPLE = (
    ("chair", "Nguyễn Thị Mai", "laocai-tu-phap", Role.CHAIR),
    ("other_chair", "Lù Văn Dũng", "laocai-y-te", Role.CHAIR),
    ("officer", "Trần Văn Bình", "laocai-cdvc", Role.OFFICER),
    ("inspector", "Phạm Thị Hòa", "laocai-cdvc", Role.INSPECTOR),
    ("reader", "Vàng A Sử", "laocai-cdvc", Role.READER),
    ("administrator", "Lê Quang Đức", "laocai-ldld", Role.ADMINISTRATOR),
    ("neighbour", "Hoàng Văn Sơn", "yenbai-ldld", Role.OFFICER),
    ("stranger", "Đỗ Thị Lạ", "", ""),
)
FUNDS = (
    ("laocai-xa-hoi", "Quỹ Xã hội tỉnh Lào Cai", "laocai-ldld", Fund.Source.SOCIAL),
    ("cdvc-kinh-phi", "Kinh phí Công đoàn Viên chức", "laocai-cdvc", Fund.Source.UNION),
    ("tu-phap-doan-phi", "Đoàn phí CĐCS Sở Tư pháp", "laocai-tu-phap", Fund.Source.DUES),
    ("yenbai-xa-hoi", "Quỹ Xã hội tỉnh Yên Bái", "yenbai-ldld", Fund.Source.SOCIAL),
)
EMPLOYERS = (
    ("so-tu-phap", "Sở Tư pháp tỉnh Lào Cai", "laocai-tu-phap", False),
    ("so-y-te", "Sở Y tế tỉnh Lào Cai", "laocai-y-te", False),
    ("bao-laocai", "Báo Lào Cai", "laocai-bao", False),
    ("may-muong-khuong", "Công ty TNHH May Mường Khương", "muongkhuong-thcs", True),
    ("so-tu-phap-yenbai", "Sở Tư pháp tỉnh Yên Bái", "yenbai-tu-phap", False),
)


@dataclass
class Cast:
    """Everybody, by code or by part: `cast.units["laocai-cdvc"]`, `cast.users["chair"]`, `cast["laocai-cdvc"]`."""

    units: dict[str, Unit] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    funds: dict[str, Fund] = field(default_factory=dict)
    employers: dict[str, Employer] = field(default_factory=dict)

    def __getitem__(self, code: str) -> Unit:
        return self.units[code]


def found(code: str, kind: str, name: str, parent: Unit | None, on: date = BEGAN) -> Unit:
    """A union begins."""
    return reform.found(
        code=code, kind=UnitKind.objects.get(code=kind), name=name, on=on, parent=parent, by=None
    )


def person(username: str, full_name: str = "", **seat: Any) -> User:
    """Somebody who can log in with `PASSWORD`; `unit=` and `role=` give them a seat."""
    user = User.objects.create_user(username, password=PASSWORD, full_name=full_name or username)
    if seat:
        Seat.objects.create(user=user, **{"from_on": BEGAN, **seat})
    return user


def care(unit: Unit, fund: Fund, on: date, *, gifts: int = 1, by: int | None = None, **more: Any) -> Record:
    """A list of Tết gifts of 500.000 đồng to as many members. `cash=`, `programme=`, `occasion=`, `lines=` change it."""
    cash = more.pop("cash", 500_000)
    fields = {
        "programme": more.pop("programme", "tet"),
        "occasion": more.pop("occasion", "tet"),
        "fund": fund,
        "partner_share": more.pop("partner_share", 0),
    }
    rows = [{"name": f"Lý Thị Thử {n}", "cash": cash} for n in range(1, gifts + 1)]
    lines = {"recipients": more.pop("lines", rows)}
    return actions.add(kind=CARE, unit=unit, happened_on=on, by=by, fields=fields, lines=lines, **more)


def gather() -> Cast:
    """Everybody takes the stage."""
    cast = Cast()
    for code, kind, name, parent in UNITS:
        cast.units[code] = found(code, kind, name, cast.units.get(parent))
    for part, name, code, role in PEOPLE:
        cast.users[part] = person(part, name, **({"unit": cast[code], "role": role} if code else {}))
    for code, name, owner, source in FUNDS:
        cast.funds[code] = Fund.objects.create(
            code=code, name=name, unit=cast[owner], source=source, from_on=BEGAN
        )
    for code, name, owner, enterprise in EMPLOYERS:
        employer = Employer.objects.create(
            code=code, name=name, name_key=fold(name), enterprise=enterprise, from_on=BEGAN
        )
        relations.organise(unit=cast[owner], employer=employer, on=BEGAN, by=None)
        cast.employers[code] = employer
    return cast
