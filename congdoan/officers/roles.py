"""Which roles there are in which body, and what people call them."""

from congdoan.base.errors import Refused
from congdoan.base.text import fold

from .models import Committee, Group, Role

OF_COMMITTEE = {
    Committee.Sort.EXECUTIVE.value: (Role.CHAIR, Role.DEPUTY, Role.STANDING, Role.MEMBER),
    Committee.Sort.INSPECTION.value: (Role.HEAD, Role.VICE_HEAD, Role.INSPECTOR),
    Committee.Sort.WOMEN.value: (Role.WOMEN_HEAD, Role.WOMEN_DEPUTY, Role.WOMEN_MEMBER),
}
OF_GROUP = {
    Group.Sort.GROUP.value: (Role.GROUP_LEADER, Role.GROUP_DEPUTY),
    Group.Sort.DEPARTMENT.value: (Role.PART_CHAIR, Role.PART_DEPUTY),
    Group.Sort.MEMBER_UNION.value: (Role.PART_CHAIR, Role.PART_DEPUTY),
}
STANDING = (Role.CHAIR, Role.DEPUTY, Role.STANDING)
LEADERS, INSPECTORS = OF_COMMITTEE["executive"], OF_COMMITTEE["inspection"]
INSPECTING = (*INSPECTORS, Role.INSPECTING)
ONE_ONLY = (Role.CHAIR, Role.HEAD, Role.WOMEN_HEAD, Role.PART_CHAIR, Role.GROUP_LEADER)
# Officers are those elected or appointed to lead (tổ trưởng, tổ phó and up); who keeps the money is one only if full-time.
UNCOUNTED = (Role.ACCOUNTANT, Role.CASHIER)
RANK = {role.value: rank for rank, role in enumerate(Role)}


def body_of(role: str) -> str:
    """The sort of committee a role is in; empty for the others."""
    return next((sort for sort, roles in OF_COMMITTEE.items() if role in roles), "")


def in_group(role: str) -> bool:
    """Whether the role is one of a group or another part of a union."""
    return any(role in roles for roles in OF_GROUP.values())


def read(text: str, sort: str) -> Role:
    """The role as people write it in a list of this committee: "PCT", "UV BTV", "Chủ nhiệm"; nothing is a plain member."""
    said, roles = fold(text).strip(" ."), OF_COMMITTEE[sort]
    words = set(said.replace(".", " ").split())
    if said.startswith("pho") or "pct" in words or "pcn" in words:
        return roles[1]
    if "btv" in words or "thuong vu" in said:
        return Role.STANDING if Role.STANDING in roles else roles[-1]
    if words & {"ct", "cn"} or any(said.startswith(head) for head in ("chu tich", "chu nhiem", "truong ban")):
        return roles[0]
    if not said or words & {"uv", "uvbch", "uvubkt"} or said.startswith(("uy vien", "thanh vien")):
        return roles[-1]
    raise Refused(
        f"Không hiểu chức vụ “{text}”; hãy ghi {', '.join(role.label for role in roles)}.", "people"
    )
