"""Who is who in the demo: members with their households and children, and those who log in. Nobody of them exists."""

from typing import NamedTuple

from django.contrib.auth.hashers import make_password

from congdoan.accounts.models import Role, Seat, User
from congdoan.members.models import Person
from congdoan.org.models import Unit

from . import crowd
from .agencies import AGENCIES
from .moments import BOOK_BEGAN
from .names import Namer
from .pen import shared

PASSWORD = "so-cong-doan-2026"
CHAIRED = "laocai-so-tu-phap"  # the grassroots union of the ready chair
SMALL_UNIONS = 14  # people known of the smallest offices
# Members of all the grassroots unions whose code begins so; Sơn Bình's federation has an office union of its own.
CROWDS = (
    ("muongkhuong-", 2_340),
    ("yenbai-", 84),
    ("tinh-ldld-cdcs", 26),
    ("tinh-so-", 240),
    ("hanoi-", 8_952),
)
CHILDREN = {"tinh-ldld-cdcs": 20}  # elsewhere one to every four members


class Login(NamedTuple):
    """A ready login: name to log in with, the person, where, as what, in a sentence."""

    username: str
    full_name: str
    unit: str
    role: Role
    words: str


LOGINS = (
    Login("chutich", "Lù Thị Nhàn", CHAIRED, Role.CHAIR, "Chủ tịch CĐCS Sở Tư pháp, ghi việc của công đoàn mình"),
    Login("canbo", "Đặng Việt Hoàn", "laocai-cdvc", Role.OFFICER,
          "Cán bộ Công đoàn Viên chức tỉnh Lào Cai, cấp trên của 56 CĐCS"),
    Login("kiemtra", "Tráng Thị Mỷ", "laocai-cdvc", Role.INSPECTOR,
          "Ủy ban kiểm tra Công đoàn Viên chức tỉnh Lào Cai: kiểm tra, kiến nghị, đơn thư"),
    Login("yenbai", "Hà Thị Lượng", "yenbai-ldld", Role.OFFICER,
          "Cán bộ LĐLĐ tỉnh Yên Bái, không thấy gì của Lào Cai"),
    Login("quantri", "Cao Bá Khiêm", "tld", Role.ADMINISTRATOR, "Người quản trị sổ: người dùng và hệ thống tổ chức"),
)  # fmt: skip


# Who writes elsewhere; nobody knows their passwords.
OFFICERS = (
    ("laocai-ldld", "Mai Thị Sinh"),
    ("muongkhuong-ldld", "Sùng Seo Chá"),
    ("yenbai-cdvc", "Lương Thị Đào"),
    ("tld", "Bùi Nhật Lam"),
)


def log_in() -> str:
    """The ready logins, and a chair at every other union, whose password nobody knows."""
    ready = make_password(PASSWORD)
    for login in LOGINS:
        _seat(login.username, login.full_name, login.unit, login.role, ready)
    for unit, full_name in OFFICERS:
        _seat(unit, full_name, unit, Role.OFFICER, make_password(None))
    namer = Namer("chairs")
    others = [agency for agency in AGENCIES if agency.code != CHAIRED]
    for agency in others:
        _seat(agency.code, namer.grown()[0], agency.code, Role.CHAIR, make_password(None))
    return f"{len(LOGINS)} người đăng nhập thử được, {len(others) + len(OFFICERS)} người ghi sổ khác"


def _seat(username: str, full_name: str, unit: str, role: Role, password: str) -> None:
    user = User.objects.create(username=username, full_name=full_name, password=password)
    Seat.objects.create(user=user, unit=Unit.objects.get(code=unit), role=role, from_on=BOOK_BEGAN)


def know() -> str:
    """Write down members and children: two in five of each office of Lào Cai, everybody where a case counts them."""
    units = {unit.code: unit for unit in Unit.objects.filter(kind__grassroots=True)}
    sizes = [(agency.code, max(SMALL_UNIONS, agency.workers * 2 // 5)) for agency in AGENCIES]
    for prefix, whole in CROWDS:
        codes = [code for code in sorted(units) if code.startswith(prefix)]
        sizes += zip(codes, shared(whole, [3 + len(code) % 4 for code in codes]), strict=True)
    for code, members in sizes:
        crowd.gather(units[code], members, children=CHILDREN.get(code, members // 4))
    children = Person.objects.filter(relation=crowd.CHILD).count()
    return f"{Person.objects.count() - children} đoàn viên, {children} cháu"


def login_lines() -> list[str]:
    """Who can log in, a line each."""
    return [f"{login.role.label}: {login.username} – {login.words}" for login in LOGINS]
