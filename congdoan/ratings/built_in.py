"""The schemes everybody has. What a paper says and was seen is here; its wording, where it was not seen, is not made up."""

from decimal import Decimal
from typing import Any

from .models import Scheme
from .points import Asked
from .schemes import fill

COMMON, REST = "Phần chung", "Phần còn lại"
# QĐ 101/QĐ-CĐVC ngày 2/7/2015: 100 điểm, phần chung 90; lời văn từng nội dung chưa có trong tay.
GROUPS_2015 = {
    "rated": "group",
    "name": "Bảng chấm điểm tổ công đoàn (CĐVC Việt Nam, 2015)",
    "basis": "QĐ số 101/QĐ-CĐVC ngày 02/7/2015 của Công đoàn Viên chức Việt Nam",
    "first_year": 2015,
    "last_year": 2018,
}
POINTS_2015 = (20, 15, 10, 15, 10, 10, 10)


def ensure(**given: Any) -> None:
    """Write them down once, when the tables are made."""
    scheme, new = Scheme.objects.get_or_create(unit=None, name=GROUPS_2015["name"], defaults=GROUPS_2015)
    if new:
        asked = [
            Asked(COMMON, f"Nội dung {n} của phần chung (theo văn bản)", Decimal(most))
            for n, most in enumerate(POINTS_2015, start=1)
        ]
        fill(scheme, [*asked, Asked(REST, "Các nội dung còn lại (theo văn bản)", Decimal(10))], ())
