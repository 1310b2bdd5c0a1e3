"""Breakdowns: by what a figure may be split or narrowed, and how a combination of values is written in the book."""

from collections.abc import Mapping
from functools import lru_cache

from congdoan.base.errors import Refused

DIMENSIONS: dict[str, str] = {
    "source": "Nguồn kinh phí",
    "form": "Hình thức",
    "occasion": "Dịp",
    "recipient": "Đối tượng nhận",
    "payer": "Cấp chi",
    "topic": "Chủ đề",
    "round": "Đợt",
    "prize": "Giải",
    "issuer": "Cấp khen",
    "awardee": "Tập thể, cá nhân",
    "scope": "Loại",
    "award": "Hình thức khen",
    "level": "Cấp",
    "channel": "Cách thực hiện",
    "sex": "Giới tính",
    "rule": "Quy chế",
    "goods": "Hiện vật",
    "cause": "Quỹ nhận",
    "kind": "Loại cuộc họp",
    "grade": "Mức xếp loại",
    "reason": "Lý do",
    "congress": "Hình thức đại hội",
    "card": "Lần cấp thẻ",
    "hardship": "Mức khó khăn",
    "need": "Hoàn cảnh của cháu",
    "build": "Xây mới, sửa chữa",
    "reward": "Hình thức thưởng",
    "vehicle": "Phương tiện",
    "housing": "Nơi bố trí nhà ở",
    "contract": "Loại hợp đồng",
    "dispute": "Loại vụ việc",
    "severity": "Mức độ",
    "agreement": "Loại thỏa ước",
    "council": "Hội đồng",
    "raise": "Loại nâng lương",
    "course": "Loại lớp",
    "medium": "Giấy, điện tử",
    "site": "Nơi đăng",
    "contest": "Loại cuộc thi",
    "post": "Chuyên trách, không chuyên trách",
    "inspected": "Đối tượng kiểm tra",
    "recovery": "Kiến nghị, đã thu",
    "sanction": "Hình thức xử lý",
    "mended": "Thời hạn khắc phục",
    "petition": "Loại đơn",
    "outcome": "Kết quả giải quyết",
    "paper": "Nội dung công khai",
    "report": "Kỳ báo cáo",
}

_LEVELS = {
    "group": "Tổ công đoàn",
    "grassroots": "Cơ sở",
    "direct_superior": "Cấp trên trực tiếp cơ sở",
    "province": "Tỉnh, thành phố",
    "ministry": "Bộ, ngành",
    "national": "Trung ương",
}

# A dimension that isn't here (a round, what goods) takes any value and shows it as written.
VALUES: dict[str, dict[str, str]] = {
    "source": {
        "union": "Kinh phí công đoàn",
        "dues": "Đoàn phí",
        "social": "Quỹ Xã hội Công đoàn",
        "shelter": "Quỹ Mái ấm Công đoàn",
        "women": "Quỹ nữ công",
        "rotating": "Góp vốn xoay vòng",
        "loans": "Vốn vay tạo việc làm",
        "employer": "Ngân sách, chuyên môn hỗ trợ",
        "sponsor": "Xã hội hóa",
        "other": "Quỹ khác",
    },
    "form": {"cash": "Tiền", "goods": "Hiện vật"},
    "occasion": {
        "tet": "Tết",
        "workers_month": "Tháng Công nhân",
        "illness": "Ốm đau",
        "funeral": "Việc hiếu",
        "wedding": "Việc hỷ",
        "birth": "Sinh con",
        "birthday": "Sinh nhật",
        "accident": "Tai nạn",
        "hardship": "Hoàn cảnh khó khăn",
        "disaster": "Thiên tai",
        "holiday": "Ngày lễ",
        "women_day": "8/3, 20/10",
        "children_day": "1/6",
        "mid_autumn": "Trung thu",
        "school_year": "Năm học",
        "war_invalids": "27/7",
        "other": "Dịp khác",
    },
    "recipient": {
        "member": "Đoàn viên",
        "worker": "Người lao động",
        "family": "Gia đình",
        "child": "Con đoàn viên",
        "policy": "Gia đình chính sách",
    },
    "payer": _LEVELS,
    "topic": {
        "party": "Nghị quyết của Đảng",
        "law": "Pháp luật",
        "new_countryside": "Nông thôn mới",
        "union": "Công đoàn",
        "safety": "An toàn, vệ sinh lao động",
        "culture": "Văn hóa, thể thao",
        "women": "Giỏi việc nước, đảm việc nhà",
        "other": "Chủ đề khác",
    },
    "prize": {
        "first": "Nhất",
        "second": "Nhì",
        "third": "Ba",
        "consolation": "Khuyến khích",
        "special": "Đặc biệt",
    },
    "issuer": {
        "grassroots": "Công đoàn cơ sở",
        "upper": "Công đoàn cấp trên trực tiếp cơ sở",
        "province": "LĐLĐ tỉnh, thành phố",
        "national": "Tổng Liên đoàn",
        "committee": "UBND tỉnh, thành phố",
        "employer": "Thủ trưởng cơ quan, đơn vị, doanh nghiệp",
        "other": "Cấp khác",
    },
    "awardee": {"collective": "Tập thể", "individual": "Cá nhân"},
    "scope": {"full": "Toàn diện", "theme": "Chuyên đề", "sudden": "Đột xuất", "regular": "Thường xuyên"},
    "award": {
        "flag": "Cờ thi đua",
        "certificate": "Bằng khen",
        "letter": "Giấy khen",
        "medal": "Kỷ niệm chương",
        "creative": "Bằng Lao động sáng tạo",
        "title": "Danh hiệu thi đua",
    },
    "level": _LEVELS,
    "channel": {"direct": "Trực tiếp", "online": "Trực tuyến", "mobile": "Lưu động", "phone": "Điện thoại"},
    "sex": {"f": "Nữ", "m": "Nam"},
    "rule": {"spending": "Chi tiêu nội bộ", "democracy": "Dân chủ", "working": "Hoạt động"},
    "cause": {
        "disaster": "Phòng, chống thiên tai",
        "poor": "Vì người nghèo",
        "children": "Bảo trợ trẻ em",
        "gratitude": "Đền ơn đáp nghĩa",
        "islands": "Vì biển, đảo",
        "other": "Quỹ khác",
    },
    "kind": {
        "committee": "Họp ban chấp hành",
        "standing": "Họp ban thường vụ",
        "half_year": "Hội nghị sơ kết",
        "year_end": "Hội nghị tổng kết",
        "congress": "Đại hội",
        "other": "Cuộc họp khác",
    },
    "grade": {
        "excellent": "Hoàn thành xuất sắc nhiệm vụ",
        "good": "Hoàn thành tốt nhiệm vụ",
        "done": "Hoàn thành nhiệm vụ",
        "failed": "Không hoàn thành nhiệm vụ",
        "high": "Tốt",
        "very_strong": "Vững mạnh xuất sắc",
        "strong": "Vững mạnh",
        "fair": "Khá",
        "average": "Trung bình",
        "weak": "Yếu",
    },
    "reason": {
        "retired": "Nghỉ hưu",
        "left_work": "Nghỉ việc, chuyển việc",
        "own_wish": "Thôi theo đơn",
        "union_ended": "Công đoàn kết thúc hoạt động",
        "expelled": "Khai trừ",
        "died": "Từ trần",
        "employer_ended": "Đơn vị chấm dứt hoạt động",
        "too_few": "Không đủ đoàn viên",
        "rearranged": "Sắp xếp tổ chức",
        "merged": "Sáp nhập, hợp nhất",
        "other": "Lý do khác",
    },
    "congress": {"plenary": "Toàn thể", "delegates": "Đại biểu", "conference": "Hội nghị thay đại hội"},
    "card": {"new": "Cấp mới", "exchange": "Đổi", "reissue": "Cấp lại"},
    "hardship": {"hard": "Khó khăn", "very_hard": "Đặc biệt khó khăn"},
    "need": {"orphan": "Mồ côi", "disabled": "Khuyết tật"},
    "build": {"new": "Xây mới", "repair": "Sửa chữa"},
    "reward": {"praise": "Khen thưởng", "scholarship": "Học bổng"},
    "vehicle": {"coach": "Xe", "train": "Tàu", "plane": "Máy bay"},
    "housing": {"state": "Nhà nước", "agency": "Cơ quan", "enterprise": "Doanh nghiệp"},
    "contract": {"open": "Không xác định thời hạn", "fixed": "Xác định thời hạn"},
    "dispute": {"dispute": "Tranh chấp", "stoppage": "Ngừng việc", "strike": "Đình công"},
    "severity": {"fatal": "Chết người", "serious": "Nặng", "light": "Nhẹ"},
    "agreement": {"enterprise": "Doanh nghiệp", "group": "Nhóm doanh nghiệp", "sector": "Ngành"},
    "council": {
        "emulation": "Thi đua, khen thưởng",
        "pay": "Lương",
        "initiatives": "Sáng kiến",
        "discipline": "Kỷ luật",
        "other": "Hội đồng khác",
    },
    "raise": {"early": "Trước hạn", "beyond": "Vượt khung", "regular": "Thường xuyên"},
    "course": {
        "education": "Học vấn",
        "professional": "Chuyên môn",
        "political": "Chính trị",
        "trade": "Nghề",
        "other": "Lớp khác",
    },
    "medium": {"paper": "Giấy", "electronic": "Điện tử"},
    "contest": {
        "knowledge": "Tìm hiểu, kiến thức",
        "arts": "Văn nghệ",
        "sport": "Thể thao",
        "cooking": "Nấu ăn",
        "skills": "Tay nghề",
        "other": "Cuộc khác",
    },
    "post": {"full_time": "Chuyên trách", "part_time": "Không chuyên trách"},
    "inspected": {"organisation": "Tổ chức", "person": "Cán bộ, đoàn viên"},
    "recovery": {"advised": "Kiến nghị thu hồi", "recovered": "Đã thu hồi"},
    "sanction": {
        "review": "Kiểm điểm",
        "rebuke": "Khiển trách",
        "warning": "Cảnh cáo",
        "dismissal": "Cách chức",
        "expulsion": "Khai trừ",
        "dissolution": "Giải tán",
    },
    "mended": {"on_time": "Đúng hạn", "overdue": "Quá hạn"},
    "petition": {"complaint": "Khiếu nại", "denunciation": "Tố cáo", "proposal": "Kiến nghị, phản ánh"},
    "outcome": {"right": "Đúng", "partly": "Đúng một phần", "wrong": "Sai"},
    "paper": {"estimate": "Dự toán", "settlement": "Quyết toán", "social_fund": "Quỹ xã hội"},
    "report": {
        "month": "Tháng",
        "quarter": "Quý",
        "half_year": "6 tháng",
        "year": "Năm",
        "theme": "Chuyên đề",
        "sudden": "Đột xuất",
    },
}


def label(dimension: str, value: str) -> str:
    """The value as people read it; one without a name of its own is shown as it was written."""
    return VALUES.get(dimension, {}).get(value, value)


def pack(values: Mapping[str, str]) -> str:
    """The combination as the book keeps it: `form=cash;occasion=tet`. Empty values are left out."""
    return _packed(tuple(values.items())) if values else ""


@lru_cache(10_000)
def _packed(values: tuple[tuple[str, str], ...]) -> str:
    said = {dimension: value for dimension, value in values if value}
    for dimension, value in said.items():
        refuse_unwritable(dimension, value)
    return ";".join(f"{dimension}={said[dimension]}" for dimension in sorted(said))


def unpack(key: str) -> dict[str, str]:
    """The values of a combination written by `pack`."""
    return dict(part.split("=", 1) for part in key.split(";") if part)


def refuse_unwritable(dimension: str, value: str) -> None:
    """A value that could not be told from the rest of a combination."""
    if ";" in value or "=" in value:
        name = DIMENSIONS.get(dimension, dimension)
        raise Refused(
            f"“{value}” ở mục {name} có dấu ; hoặc =; hãy viết lại không có hai dấu này.", dimension
        )
