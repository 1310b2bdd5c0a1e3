"""Who is and was in office, groups and terms, as they are taken out."""

from congdoan.base.table import DAY, Column

SEX = {True: "Nữ", False: "Nam", None: ""}
POSTS = (
    Column("Họ và tên", lambda post: post.person.name),
    Column("Giới tính", lambda post: SEX[post.person.woman]),
    Column("Ngày sinh", lambda post: post.person.born_on or post.person.born_year, DAY),
    Column("Chức vụ công đoàn", str),
    Column("Chuyên trách", lambda post: "x" if post.full_time else ""),
    Column("Từ ngày", lambda post: post.from_on, DAY),
    Column("Đến trước ngày", lambda post: post.to_on, DAY),
    Column("Công đoàn", lambda post: post.person.unit.name),
)
ENDED = (
    Column("Họ và tên", lambda post: post.person.name),
    Column("Chức vụ công đoàn", str),
    Column("Tổ, bộ phận", lambda post: post.group.name if post.group else ""),
    Column("Từ ngày", lambda post: post.from_on, DAY),
    Column("Đến trước ngày", lambda post: post.to_on, DAY),
    Column("Lý do", lambda post: post.why),
)
GROUPS = (
    Column("Tổ, bộ phận", lambda bench: bench.body.name),
    Column("Loại", lambda bench: bench.body.get_sort_display()),
    Column("Thuộc", lambda bench: bench.body.within.name if bench.body.within else ""),
    Column("Từ ngày", lambda bench: bench.body.from_on, DAY),
    Column("Đến trước ngày", lambda bench: bench.body.to_on, DAY),
    Column("Phụ trách", lambda bench: "; ".join(f"{post}: {post.person.name}" for post in bench.posts)),
)
TERMS = (
    Column("Nhiệm kỳ", str),
    Column("Từ ngày", lambda term: term.from_on, DAY),
    Column("Đến ngày", lambda term: term.to_on, DAY),
    Column("Tình trạng", lambda term: "đã kết thúc" if term.ended_id else "đang chạy"),
    Column("Ghi chú", lambda term: term.why),
)
