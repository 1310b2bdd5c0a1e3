"""The closed list of words a template may use: figures, breakdowns and facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from congdoan.base.errors import Refused
from congdoan.base.text import fold
from congdoan.ledger import cuts
from congdoan.ledger.indicator import Indicator, shown

# What a report knows about itself: how a clerk types it, and what it prints.
FACTS: Mapping[str, str] = {
    "cong-doan": "tên công đoàn ra báo cáo",
    "cap-tren": "tên công đoàn cấp trên trực tiếp",
    "dau-trang-cap-tren": "dòng trên bên trái đầu trang",
    "dau-trang-cong-doan": "dòng dưới bên trái đầu trang",
    "so-ky-hieu": "Số: 12/BC-CĐVC; khi chưa ban hành để trống số",
    "dia-danh-ngay": "Lào Cai, ngày 05 tháng 7 năm 2024",
    "du-thao": "DỰ THẢO khi chưa ban hành, sau đó để trống",
    "kem-theo": "Kèm theo Báo cáo số …",
    "noi-nhan": "các dòng nơi nhận, mỗi dòng một đoạn",
    "the-thuc-ky": "TM. BAN CHẤP HÀNH",
    "chuc-vu-ky": "CHỦ TỊCH",
    "nguoi-ky": "họ và tên người ký",
    "ky": "kỳ báo cáo: 6 tháng đầu năm 2024",
    "ky-sau": "kỳ tiếp theo: 6 tháng cuối năm 2024",
    "ky-truoc": "cùng kỳ năm trước: 6 tháng đầu năm 2023",
    "nam": "năm báo cáo",
    "nam-truoc": "năm trước năm báo cáo",
    "so-uoc-truoc": "số ước của báo cáo trước nay lệch bao nhiêu, mỗi số một dòng",
    "tien-than": "số liệu có gồm phần của các công đoàn tiền thân không; không có tiền thân thì trống",
    "ngay-chot": "số liệu chốt lúc nào: 10:30 ngày 03/07/2024; chưa chốt thì trống",
}
UNIT, MONTH, RECORD = "unit", "month", "record"
EVERYWHERE = {"cong doan": UNIT, "thang": MONTH, "viec": RECORD}  # what any figure may be broken down by


def plain(word: str) -> str:
    """A word of the tag language as we compare it: no marks, no capitals, spaces for hyphens."""
    return fold(word.replace("-", " ").replace("_", " "))


@dataclass(frozen=True)
class Cut:
    """A breakdown: its key in the ledger, and its values as typed → as kept there. Without values it takes any."""

    key: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Askable:
    """A figure a template may ask for: whether it is a ratio or a sum, and its breakdowns by the name they are typed."""

    ratio: bool = False
    money: bool = False
    cuts: Mapping[str, Cut] = field(default_factory=dict)


@dataclass(frozen=True)
class Vocabulary:
    """Everything a template may name."""

    figures: Mapping[str, Askable]
    facts: Mapping[str, str] = field(default_factory=lambda: FACTS)

    def filter(self, code: str, typed: str) -> tuple[str, str]:
        """The breakdown and value meant by `giải: nhất`. Refuses what the figure does not have."""
        name, _, value = (part.strip() for part in typed.partition(":"))
        cut = self._cut(code, plain(name))
        if not value or (cut.values and plain(value) not in cut.values):
            raise Refused(f"“{name}” không có giá trị “{value}”; hãy chọn {', '.join(cut.values)}")
        return cut.key, cut.values.get(plain(value), value)

    def breakdown(self, code: str, typed: str) -> str:
        """The key of a breakdown; `unit` and `month` exist for every figure."""
        return EVERYWHERE.get(typed) or self._cut(code, typed).key

    def _cut(self, code: str, name: str) -> Cut:
        cuts = self.figures[code].cuts
        if name not in cuts:
            raise Refused(
                f"{code} không chia theo “{name}”; chia được theo {', '.join(cuts) or 'không gì cả'}"
            )
        return cuts[name]


@cache
def of_catalogue() -> Vocabulary:
    """Every figure of the catalogue that people see, with its breakdowns under the names they have on screen."""
    return Vocabulary({indicator.code: _askable(indicator) for indicator in shown()})


def _askable(indicator: Indicator) -> Askable:
    named = {plain(cuts.DIMENSIONS[key]): _cut_of(key) for key in indicator.cuts}
    return Askable(ratio=indicator.adds == "ratio", money=indicator.money, cuts=named)


def _cut_of(key: str) -> Cut:
    return Cut(key, {plain(label): value for value, label in cuts.VALUES.get(key, {}).items()})
