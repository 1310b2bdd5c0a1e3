"""The tags a clerk types into a Word template, read into what they ask for. Nothing is evaluated.

The whole grammar stands in docs/report-tags.md:

    {{số: CAR-04 | kỳ = năm trước | lọc = giải: nhất | dạng = tròn}}

Letters may be typed with or without marks, large or small; spaces do not matter.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from congdoan.base.errors import Refused
from congdoan.base.period import Period
from congdoan.base.text import fold, nfc
from congdoan.reports.vocabulary import Vocabulary, plain

FIGURE, SHARE, CHANGE, LIST, TABLE, CHART, TEXT, FACT, TARGET, SHEET = (
    "figure", "share", "change", "list", "table", "chart", "text", "fact", "target", "sheet",
)  # fmt: skip
VERBS = {
    "so": FIGURE,
    "ty le": SHARE,
    "so sanh": CHANGE,
    "liet ke": LIST,
    "bang": TABLE,
    "bieu do": CHART,
    "chu": TEXT,
    "chi tieu": TARGET,
    "bang chi tieu": SHEET,
}
ALONE = {TABLE, CHART, TEXT, SHEET}  # these fill a paragraph of their own
YEAR_BEFORE, SAME_PERIOD, NEXT = "year-before", "same-period", "next"
PERIODS = {"nam truoc": YEAR_BEFORE, "cung ky": SAME_PERIOD}
SHEETS = {"ky nay": "", "ky sau": NEXT}  # of which resolutions a score sheet is
SHEET_CODE = "CT"  # stands where other questions name a figure
SCOPES = {"rieng": "own", "duoi": "below", "tat ca": "all"}
FORMS = {
    "tron": "hedged",
    "tien": "money",
    "day du": "full",
    "hai so": "two-digits",
    "phan so": "fraction",
    "phan tram": "percent",
    "ca hai": "both",
    "chu": "words",
    "hoa": "capitals",
    "thuong": "lower",
    "o": "cell",
}
MOST_CODES, MOST_ROWS, LONGEST_TAG = 5, 200, 400
TOKEN = re.compile(r"\{\{[^{}]*\}\}|\[\[(?:\s*[A-Za-z]{3}-\d{2}\s*:\s*)?|\]\]")


@dataclass(frozen=True)
class Tag:
    """One thing a template asks for. `source` is what was typed, for messages.

    `period` is empty for the report's own, `YEAR_BEFORE`, `SAME_PERIOD` or a period's code; `scope` and `where` are
    the arguments of a figure; `by` names a breakdown, or `unit` or `month`; `most` bounds the rows of a table.
    """

    kind: str
    source: str = field(default="", compare=False)
    codes: tuple[str, ...] = ()
    name: str = ""
    period: str = ""
    scope: str = "all"
    where: tuple[tuple[str, str], ...] = ()
    form: str = field(default="", compare=False)
    by: str = ""
    most: int = 0
    prompt: str = ""

    @property
    def question(self) -> tuple[object, ...]:
        """Two tags with the same question print the same figure, however they write it."""
        return (
            self.kind if self.kind in (CHANGE, TARGET) else "",
            self.codes,
            self.period,
            self.scope,
            self.where,
        )

    @property
    def code(self) -> str:
        """The code of the one figure it asks for; of the first, if it asks for several."""
        return self.codes[0] if self.codes else ""

    def of(self, code: str) -> "Tag":
        """The same question about one of its figures."""
        return replace(self, codes=(code,))


def parse(typed: str, vocabulary: Vocabulary) -> Tag:
    """The tag between its braces. Raises `Refused` with the reason, without the tag's own words before it."""
    inner = nfc(typed.removeprefix("{{").removesuffix("}}"))
    if len(inner) > LONGEST_TAG:
        raise Refused(f"dài quá {LONGEST_TAG} chữ")
    head, *options = inner.split("|")
    verb, colon, subject = head.partition(":")
    if not colon:
        return _fact(typed, head, options, vocabulary)
    kind = VERBS.get(fold(verb.replace("-", " ")))
    if kind is None:
        raise Refused(f"không có loại thẻ “{verb.strip()}”; có thể bạn muốn viết {known(VERBS)}")
    if kind == TEXT:
        return _text(typed, subject, options)
    if kind == SHEET:
        return _sheet(typed, subject, options)
    return _options(_figures(typed, kind, subject, vocabulary), options, vocabulary)


def tokens(text: str) -> Iterator[re.Match[str]]:
    """Every tag and every bracket of an optional sentence, in order."""
    return TOKEN.finditer(text)


def known(words: dict[str, str] | list[str]) -> str:
    """The words to choose from, for a message."""
    return ", ".join(sorted(words))


def _fact(typed: str, head: str, options: list[str], vocabulary: Vocabulary) -> Tag:
    name = plain(head).replace(" ", "-")
    if name not in vocabulary.facts:
        raise Refused("không có thẻ này; xem danh sách thẻ trong trang hướng dẫn mẫu báo cáo")
    tag = Tag(FACT, source=typed, name=name)
    for option in options:
        key, value = _pair(option)
        if (key, value) != ("dang", "hoa"):
            raise Refused(f"phần “{option.strip()}” không dùng được ở thẻ này")
        tag = replace(tag, form="capitals")
    return tag


def _text(typed: str, subject: str, options: list[str]) -> Tag:
    name = plain(subject).replace(" ", "-")
    if not re.fullmatch(r"[a-z0-9-]{2,60}", name):
        raise Refused("tên đoạn chữ phải có từ 2 đến 60 chữ cái, chữ số")
    return Tag(TEXT, source=typed, name=name, prompt=" | ".join(option.strip() for option in options))


def _sheet(typed: str, subject: str, options: list[str]) -> Tag:
    if options:
        raise Refused("bảng chỉ tiêu không có điều kiện nào khác")
    period = _choice("bảng chỉ tiêu", plain(subject), SHEETS)
    return Tag(SHEET, source=typed, codes=(SHEET_CODE,), period=period)


def _figures(typed: str, kind: str, subject: str, vocabulary: Vocabulary) -> Tag:
    codes = tuple(code.strip().upper() for code in subject.split(","))
    if len(codes) > (MOST_CODES if kind == TABLE else 1):
        raise Refused(
            "chỉ bảng mới nhận nhiều mã" if kind != TABLE else f"một bảng có nhiều nhất {MOST_CODES} mã"
        )
    for code in codes:
        if code not in vocabulary.figures:
            raise Refused(f"không có mục số liệu {code or '(trống)'}")
        _suits(kind, code, vocabulary.figures[code].ratio)
    return Tag(kind, source=typed, codes=codes)


def _suits(kind: str, code: str, ratio: bool) -> None:
    if kind == SHARE and not ratio:
        raise Refused(f"{code} không phải là tỷ lệ")
    if kind in {LIST, TABLE, CHART} and ratio:
        raise Refused(f"{code} là tỷ lệ, không chia nhỏ được; hãy dùng mục số liệu là tử số của nó")


def _options(tag: Tag, options: list[str], vocabulary: Vocabulary) -> Tag:
    seen = set()
    for option in options:
        key, value = _pair(option)
        if key in seen and key != "loc":
            raise Refused(f"“{key}” ghi hai lần")
        seen.add(key)
        tag = _option(tag, key, option.partition("=")[2] if key == "loc" else value, vocabulary)
    if tag.kind == LIST and not tag.by:
        raise Refused("thẻ liệt kê cần “theo = …”")
    return tag


def _pair(option: str) -> tuple[str, str]:
    key, equals, value = option.partition("=")
    if not equals:
        raise Refused(f"phần “{option.strip()}” phải viết dạng “tên = giá trị”")
    return plain(key), plain(value)


def _option(tag: Tag, key: str, value: str, vocabulary: Vocabulary) -> Tag:
    if key == "ky":
        return replace(tag, period=_period(value))
    if key == "pham vi":
        return replace(tag, scope=_choice(key, value, SCOPES))
    if key == "loc":
        return replace(tag, where=_where(tag, value, vocabulary))
    if key == "dang":
        return replace(tag, form=_form(tag, _choice(key, value, FORMS), vocabulary))
    if key == "theo" and tag.kind in {LIST, CHART}:
        return replace(tag, by=vocabulary.breakdown(tag.code, value))
    if key == "nhieu nhat" and tag.kind in {TABLE, CHART}:
        return replace(tag, most=_rows(value))
    raise Refused(f"không có phần “{key}” ở loại thẻ này")


def _period(value: str) -> str:
    if value in PERIODS:
        return PERIODS[value]
    return Period.parse(value.replace(" ", "-").upper()).code


def _where(tag: Tag, value: str, vocabulary: Vocabulary) -> tuple[tuple[str, str], ...]:
    pairs = [vocabulary.filter(code, value) for code in tag.codes]
    if pairs[0][0] in dict(tag.where):
        raise Refused(f"lọc hai lần theo “{value.partition(':')[0].strip()}”")
    return (*tag.where, pairs[0])


def _choice(key: str, value: str, choices: dict[str, str]) -> str:
    if value not in choices:
        raise Refused(f"“{key} = {value}” không có; hãy chọn {known(choices)}")
    return choices[value]


def _form(tag: Tag, form: str, vocabulary: Vocabulary) -> str:
    asked = [vocabulary.figures[code] for code in tag.codes]
    if form in {"fraction", "percent", "both"} and not all(one.ratio for one in asked):
        raise Refused(f"{tag.code} không phải là tỷ lệ")
    if form == "money" and not all(one.money for one in asked):
        raise Refused(f"{tag.code} không phải là số tiền")
    if form == "capitals" or (form == "lower" and tag.kind != LIST):
        raise Refused("dạng hoa, thường chỉ dùng cho tên gọi, không dùng cho số")
    return form


def _rows(value: str) -> int:
    if not re.fullmatch(r"\d{1,3}", value) or not 0 < int(value) <= MOST_ROWS:
        raise Refused(f"số dòng phải từ 1 đến {MOST_ROWS}")
    return int(value)
