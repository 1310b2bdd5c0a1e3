"""A plan of Lào Cai's, drafted: samples for whoever needs one."""

from typing import Any

from congdoan.records.files import read
from congdoan.reform import drafting
from congdoan.reform.models import Reorganisation
from tests.cast import Cast
from tests.records import pictures
from tests.records.pictures import photo

STEPS = [
    {"do": "found", "code": "muong-khuong-xa", "kind": "commune", "name": "Công đoàn xã Mường Khương", "under": "laocai-ldld"},
    {"do": "move", "of": "muongkhuong-ldld", "to": "muong-khuong-xa"},
    {"do": "end", "units": ["muongkhuong-ldld"], "to": "muong-khuong-xa"},
]  # fmt: skip

HALVES = """
name = "Chia Báo Lào Cai"
unit = "laocai-cdvc"
on = 2024-07-01
[[step]]
do = "found"
code = "bao-in"
kind = "grassroots"
name = "CĐCS Báo in"
under = "laocai-cdvc"
[[step]]
do = "found"
code = "bao-hinh"
kind = "grassroots"
name = "CĐCS Báo hình"
under = "laocai-cdvc"
[[step]]
do = "split"
unit = "laocai-bao"
into = ["bao-in", "bao-hinh"]
"""  # a grassroots union parted in two, by what is said after it


def drafted(cast: Cast, **more: Any) -> Reorganisation:
    """A commune union takes over from a district federation."""
    said = {
        "name": "Sắp xếp công đoàn Lào Cai",
        "unit": "laocai-ldld",
        "on": "2024-07-01",
        "decision": "12/QĐ-LĐLĐ",
        "step": STEPS,
    }
    return drafting.draft(said=said | more, by=None)


def planned(cast: Cast) -> dict[str, dict[str, Any]]:
    """The arguments of each address of a plan."""
    one = drafted(cast)
    drafting.keep_scan(one=one, content=read(pictures.sent("qd.jpg", photo())), by=None)
    names = "reform reform_say reform_preview reform_carry_out reform_take_back reform_again reform_drop reform_scan reform_propose"
    about = {name: {"uid": one.uid} for name in f"{names} reform_scan_file reform_plan".split()}
    steps = {name: {"uid": one.uid, "number": 1} for name in ("reform_step_amend", "reform_step_drop")}
    return about | steps | {"reform_step": {"uid": one.uid, "do": "merge"}}
