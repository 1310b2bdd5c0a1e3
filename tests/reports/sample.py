"""A half-year as a union might have it, given straight to the engine: no database, so that layout is tested alone."""

from datetime import UTC, datetime
from decimal import Decimal

from congdoan.base.words import percent
from congdoan.ledger.indicator import BY_CODE
from congdoan.reports import vocabulary
from congdoan.reports.answers import Answer, Row
from congdoan.reports.tags import CHART, LIST, TABLE, Tag
from congdoan.reports.vocabulary import Vocabulary
from congdoan.reports.word import Rendered, render

MADE_AT = datetime(2024, 7, 3, 3, 30, tzinfo=UTC)
BASE_URL = "https://so.example.vn"
FACTS = {
    "cong-doan": "Công đoàn Viên chức tỉnh Lào Cai",
    "cap-tren": "Liên đoàn Lao động tỉnh Lào Cai",
    "dau-trang-cap-tren": "LIÊN ĐOÀN LAO ĐỘNG TỈNH LÀO CAI",
    "dau-trang-cong-doan": "CÔNG ĐOÀN VIÊN CHỨC TỈNH",
    "so-ky-hieu": "Số:        /BC-CĐVC",
    "dia-danh-ngay": "Lào Cai, ngày      tháng      năm 2024",
    "du-thao": "DỰ THẢO",
    "kem-theo": "Kèm theo Báo cáo số        /BC-CĐVC của Công đoàn Viên chức tỉnh Lào Cai",
    "noi-nhan": "- Ban Thường vụ LĐLĐ tỉnh (b/c);\n- Thường trực Đảng ủy Khối (b/c);\n- Các CĐCS trực thuộc;\n- Lưu: VT.",
    "the-thuc-ky": "TM. BAN CHẤP HÀNH",
    "chuc-vu-ky": "CHỦ TỊCH",
    "nguoi-ky": "Nguyễn Thị Minh Châu",
    "ky": "6 tháng đầu năm 2024",
    "ky-sau": "6 tháng cuối năm 2024",
    "ky-truoc": "6 tháng đầu năm 2023",
    "nam": "2024",
    "nam-truoc": "2023",
    "ngay-chot": "10:30 ngày 03/07/2024",
}
ISSUED = FACTS | {
    "so-ky-hieu": "Số: 57/BC-CĐVC",
    "dia-danh-ngay": "Lào Cai, ngày 05 tháng 7 năm 2024",
    "du-thao": "",
    "kem-theo": "Kèm theo Báo cáo số 57/BC-CĐVC ngày 05/7/2024 của Công đoàn Viên chức tỉnh Lào Cai",
}
VALUES = {
    "ORG-01": 56, "CAR-01": 430, "CAR-02": 258_000_000, "CAR-04": 179, "CAR-05": 82_100_000, "CAR-06": 142, "CAR-07": 37,
    "CAR-08": 133, "CAR-09": 6, "CAR-10": 6_000_000, "REP-01": 56, "PRO-01": 56, "PRO-02": 4437, "PRO-07": 1, "PRO-12": 2,
    "FUN-03": 121_500_000, "FUN-04": 82_000_000, "FUN-15": 203_500_000, "FUN-06": 32, "FUN-08": 206, "FUN-09": 204,
    "CUL-01": 1, "CUL-02": 28, "CUL-03": 112, "CUL-04": 56, "CUL-05": 12, "PAR-01": 125, "PAR-02": 32, "INS-04": 8,
    "INS-06": 56, "EMU-03": 66, "EMU-05": 7, "AWD-04": 3, "AWD-07": 9, "AWD-08": 41, "AWD-12": 1, "AWD-13": 5,
}  # fmt: skip
SHARES = {
    "REP-02": (56, 56),
    "REP-14": (56, 56),
    "REP-15": (56, 56),
    "WOM-06": (56, 56),
    "INS-10": (56, 56),
    "FUN-07": (32, 56),
}
PARTS = {
    ("CUL-05", "first"): 1, ("CUL-05", "second"): 2, ("CUL-05", "third"): 3, ("CUL-05", "consolation"): 6,
    ("EMU-05", "second"): 1, ("EMU-05", "third"): 2, ("EMU-05", "consolation"): 4,
}  # fmt: skip
CUTS = {
    ("CAR-05", "source"): {"Quỹ Xã hội Công đoàn": 82_100_000},
    ("CAR-08", "channel"): {"Trực tiếp": 94, "Trực tuyến": 39},
    ("CUL-01", "record"): {"Hội thi nấu ăn": 1},
    ("PRO-01", "topic"): {"Nông thôn mới": 56},
    ("PRO-07", "medium"): {"Điện tử": 1},
}


def answer(tag: Tag) -> Answer:
    """What the ledger would say."""
    indicator = BY_CODE[tag.code]
    num, den = SHARES.get(tag.code, (None, None))
    value = percent(num, den) if num is not None and den is not None else _value(tag)
    return Answer(
        tag.code,
        indicator.name,
        indicator.counts_in,
        value,
        definition=indicator.definition,
        num=num,
        den=den,
        previous=_before(value),
        entries=3,
        note="năm 2023" if tag.period else "",
        href=f"/so-lieu/{tag.code}/?ky=2024-H1",
        rows=_rows(tag),
    )


def template_vocabulary() -> Vocabulary:
    return vocabulary.of_catalogue()


def made(
    template: bytes, *, issued: bool = False, texts: dict[str, str] | None = None, answers=answer
) -> Rendered:
    """A template filled with this half-year."""
    return render(
        template,
        answers,
        ISSUED if issued else FACTS,
        vocabulary=template_vocabulary(),
        made_at=MADE_AT,
        base_url=BASE_URL,
        texts=texts,
        title="Báo cáo sơ kết 6 tháng đầu năm 2024",
        draft=not issued,
    )


def nothing(tag: Tag) -> Answer:
    """The same half-year, had nobody recorded anything."""
    full = answer(tag)
    return Answer(full.code, full.label, full.counts_in, 0, href=full.href)


def _value(tag: Tag) -> int | None:
    if tag.scope == "below":
        return 0
    if tag.where:
        return PARTS.get((tag.code, tag.where[0][1]), 0)
    return VALUES.get(tag.code)


def _before(value: int | Decimal | None) -> int | None:
    return int(value * 8 / 10) if value else None


def _rows(tag: Tag) -> tuple[Row, ...]:
    if tag.kind == LIST:
        return tuple(
            Row(str(n), label, v, "/so-lieu/") for n, (label, v) in enumerate(CUTS[tag.code, tag.by].items())
        )
    if tag.kind == CHART and tag.by == "month":
        return tuple(
            Row(f"2024-{m:02d}", f"Tháng {m}", m * 9_500_000, "/so-lieu/", m * 8_000_000) for m in range(1, 7)
        )
    if tag.kind in {TABLE, CHART}:
        whole = int(VALUES[tag.code])
        return tuple(
            Row(
                f"laocai-cdvc-{n:02d}",
                f"CĐCS Sở, ngành số {n}",
                whole // 56 + n,
                f"/so-lieu/{tag.code}/?cong-doan={n}",
            )
            for n in range(1, 57)
        )
    return ()
