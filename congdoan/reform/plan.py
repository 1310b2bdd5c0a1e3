"""A reorganisation as it is planned: a decision, a day, and steps in order; read from a file or from what a page sent.

name = "Sắp xếp tổ chức công đoàn tỉnh"
unit = "tinh-ldld"            # who decides: every step is about unions under it
on = 2025-07-01               # from this day on
decision = "12/QĐ-LĐLĐ"       # its number; decided_on, signer, why: where known
quotas = "rest"               # of what was assigned to unions that end: rest, sum, or keep (as it is, until somebody decides)
due.handover = 2025-06-25     # days that bodies which end must keep: dues (taken no more), statement, handover

[[step]]
do = "found"                  # code, kind, name, under; place_name, symbol … as it signs
[[step]]
do = "move"                   # units, or of (all that stand directly under it); to
[[step]]
do = "merge"                  # units; into: one of them, another, or one founded above
[[step]]
do = "split"                  # unit; into: the main successor first; keeps = true where the old one goes on;
                              # money = "members": shared out as members are, else all the main one's;
                              # members.CODE, records.CODE: card numbers, public names of records;
                              # rule.CODE = {job = "…", from = "…", employer = "…"}; the rest: the main one's
[[step]]
do = "end"                    # units; to: who goes on with what they did, if anybody
[[step]]
do = "rename"                 # unit; name, short_name, symbol …
[[step]]
do = "change"                 # unit; kind; code of the body it becomes; name, if it changes too
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from congdoan.base.errors import Refused

SIGNING = (
    "short_name", "superior_line", "issuer_line", "symbol", "place_name", "seal_name", "signs_for", "signer_title", "signer_name"
)  # fmt: skip
VERBS = {
    "found": "thành lập", "move": "chuyển", "merge": "hợp nhất, sáp nhập", "split": "chia, tách", "end": "kết thúc",
    "rename": "đổi tên", "change": "đổi loại, đổi cấp",
}  # fmt: skip
QUOTAS = {
    "keep": "Để nguyên, quyết sau", "rest": "Nơi tiếp nhận làm tiếp phần còn lại", "sum": "Nơi tiếp nhận nhận cả chỉ tiêu"
}  # fmt: skip
SHARED = {"": "Về cả nơi tiếp nhận chính", "members": "Chia theo số đoàn viên về mỗi nơi"}
RULES = {"job": "nghề, chức danh", "from": "chuyển đến từ", "employer": "cơ quan, doanh nghiệp"}
NEEDED = {
    "found": ("code", "kind", "name", "under"),
    "move": ("to",),
    "merge": ("units", "into"),
    "split": ("unit", "into"),
    "end": ("units",),
    "rename": ("unit",),
    "change": ("unit", "kind", "code"),
}


@dataclass(frozen=True)
class Step:
    """One step, with what it names; unions by code. `number`: which it is in the plan, from 1."""

    do: str
    number: int = 0
    units: tuple[str, ...] = ()
    of: str = ""
    to: str = ""
    into: tuple[str, ...] = ()
    code: str = ""
    kind: str = ""
    name: str = ""
    under: str = ""
    keeps: bool = False
    money: str = ""
    members: Mapping[str, Sequence[str]] = field(default_factory=dict)
    records: Mapping[str, Sequence[str]] = field(default_factory=dict)
    rule: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    naming: Mapping[str, str] = field(default_factory=dict)

    @property
    def words(self) -> str:
        return VERBS[self.do]

    @property
    def named(self) -> set[str]:
        """The codes of all it says something of, those it founds included."""
        came = [rule.get("from", "") for rule in self.rule.values()]
        return {
            one for one in (*self.units, *self.into, *came, self.of, self.to, self.under, self.code) if one
        }


@dataclass(frozen=True)
class Plan:
    """The decision and its steps. `said`: as it was written, to be kept."""

    name: str
    unit: str
    on: date
    steps: tuple[Step, ...]
    decision: str = ""
    decided_on: date | None = None
    signer: str = ""
    why: str = ""
    quotas: str = "keep"
    said: Mapping[str, Any] = field(default_factory=dict)


def read(text: str) -> Plan:
    """The plan a file tells. Refuses one that is no plan, saying where."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refused(f"Tệp kế hoạch viết chưa đúng TOML ({error}); hãy sửa chỗ ấy.", "file") from None
    return understood(said)


def understood(said: Mapping[str, Any], *, whole: bool = True) -> Plan:
    """The plan that was said, by name of each thing. Not `whole`: one under way, that may have no step yet."""
    for name in ("name", "unit", "on"):
        if not said.get(name):
            raise Refused(f"Kế hoạch chưa có “{name}”; hãy ghi.", name)
    for name, day in (said.get("due") or {}).items():
        _day(day, f"due.{name}")
    if said.get("quotas", "keep") not in QUOTAS:
        raise Refused(
            f"Không có cách giao lại chỉ tiêu “{said['quotas']}”; hãy chọn {', '.join(QUOTAS)}.", "quotas"
        )
    steps = said.get("step") or ()
    if not isinstance(steps, list | tuple) or not all(isinstance(step, Mapping) for step in steps):
        raise Refused("Các bước của kế hoạch viết chưa đúng; hãy ghi mỗi bước một [[step]].", "step")
    if whole and not steps:
        raise Refused("Kế hoạch chưa có bước nào; hãy thêm ít nhất một bước.", "step")
    return Plan(
        name=str(said["name"]), unit=str(said["unit"]), on=_day(said["on"], "on"),
        steps=tuple(_step(number, step) for number, step in enumerate(steps, start=1)),
        decision=str(said.get("decision", "")), signer=str(said.get("signer", "")), why=str(said.get("why", "")), quotas=str(said.get("quotas", "keep")),
        decided_on=_day(said["decided_on"], "decided_on") if said.get("decided_on") else None, said=_plain(said),
    )  # fmt: skip


def _step(number: int, said: Mapping[str, Any]) -> Step:
    do = str(said.get("do", ""))
    if do not in VERBS:
        raise Refused(f"Bước {number}: không có việc “{do}”; hãy chọn {', '.join(VERBS)}.", "do")
    if missing := [name for name in NEEDED[do] if not said.get(name)]:
        raise Refused(f"Bước {number} ({VERBS[do]}): chưa ghi {', '.join(missing)}; hãy ghi.", missing[0])
    units = _codes(said.get("units")) or _codes(said.get("unit"))
    if do == "move" and not units and not said.get("of"):
        raise Refused(f"Bước {number} (chuyển): hãy ghi units, hoặc of.", "units")
    naming = {
        name: str(said[name]) for name in (*SIGNING, "name") if name in said and do in ("found", "rename")
    }
    if said.get("money", "") not in SHARED:
        raise Refused(
            f"Bước {number}: không có cách chia tiền “{said['money']}”; hãy ghi members, hoặc bỏ.", "money"
        )
    return Step(
        do=do, number=number, units=units, into=_codes(said.get("into")), keeps=bool(said.get("keeps")),
        members=_lists(said.get("members")), records=_lists(said.get("records")), rule=_rules(number, said.get("rule")),
        naming={name: text for name, text in naming.items() if do == "rename" or name != "name"},
        **{name: str(said.get(name, "")) for name in ("of", "to", "code", "kind", "name", "under", "money")},
    )  # fmt: skip


def _codes(said: Any) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) and said else tuple(str(code) for code in said or ())


def _lists(said: Any) -> dict[str, tuple[str, ...]]:
    return {str(code): _codes(listed) for code, listed in (said or {}).items()}


def _rules(number: int, said: Any) -> dict[str, dict[str, str]]:
    found = {
        str(code): {str(name): str(text) for name, text in rule.items()}
        for code, rule in (said or {}).items()
    }
    for name in (name for rule in found.values() for name in rule if name not in RULES):
        raise Refused(
            f"Bước {number} (chia, tách): sổ không biết “{name}” của từng người; quy tắc chỉ có {', '.join(RULES)}.",
            "rule",
        )
    return found


def _day(said: Any, name: str) -> date:
    if isinstance(said, date):
        return said
    try:
        return date.fromisoformat(str(said))
    except ValueError:
        raise Refused(f"“{said}” không phải ngày; hãy ghi, ví dụ, 2025-07-01.", name) from None


def _plain(said: Any) -> Any:
    """As it is kept: days as text."""
    if isinstance(said, Mapping):
        return {name: _plain(value) for name, value in said.items()}
    if isinstance(said, list | tuple):
        return [_plain(value) for value in said]
    return said.isoformat() if isinstance(said, date) else said
