"""The trail told: who did what, when, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Model, QuerySet
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.audit.models import Event
from congdoan.ledger.indicator import BY_CODE
from congdoan.org.models import Unit
from congdoan.records.record import Record
from congdoan.reports.models import Report

WORDS = {
    "add": "Ghi việc",
    "amend": "Sửa việc",
    "withdraw": "Hủy việc",
    "confirm": "Xác nhận việc ghi thay",
    "uphold": "Nói vì sao số lạ vẫn đúng",
    "attach": "Đính kèm tệp",
    "describe_file": "Chú thích tệp",
    "detach": "Gỡ tệp",
    "see_sensitive": "Xem thông tin nhạy cảm",
    "see_person": "Xem trang một người",
    "export_lines": "Xuất Excel có tên người",
    "export_records": "Xuất Excel danh sách việc",
    "admit": "Kết nạp đoàn viên",
    "open_register": "Mở sổ đoàn viên",
    "leave": "Ghi đoàn viên thôi sinh hoạt",
    "begin_plan": "Lập kế hoạch kiểm tra",
    "approve_plan": "Duyệt kế hoạch kiểm tra",
    "plan_inspections": "Thêm vào kế hoạch kiểm tra",
    "drop_planned": "Bỏ khỏi kế hoạch kiểm tra",
    "follow_up": "Phúc tra kiến nghị",
    "unfollow": "Bỏ lần phúc tra ghi nhầm",
    "receive_complaint": "Nhận đơn",
    "handle_complaint": "Xử lý đơn",
    "unhandle_complaint": "Bỏ bước xử lý đơn",
    "see_complaint": "Xem người gửi, nội dung đơn",
    "ask_transfer": "Đề nghị chuyển sinh hoạt",
    "accept_transfer": "Tiếp nhận đoàn viên chuyển đến",
    "refuse_transfer": "Không tiếp nhận đoàn viên",
    "withdraw_transfer": "Rút đề nghị chuyển sinh hoạt",
    "undo_membership": "Hủy lần ghi nhầm về đoàn viên",
    "correct_person": "Sửa hồ sơ đoàn viên",
    "suspend": "Tạm dừng sinh hoạt",
    "resume": "Sinh hoạt trở lại",
    "issue_card": "Cấp thẻ đoàn viên",
    "take_back_card": "Hủy thẻ ghi nhầm",
    "put_on_hardship_list": "Đưa vào danh sách khó khăn",
    "take_off_hardship_list": "Đưa khỏi danh sách khó khăn",
    "see_sensitive_member": "Xem phần nhạy cảm của hồ sơ",
    "export_members": "Xuất Excel danh sách đoàn viên",
    "export_list": "Tải danh sách về máy",
    "export_book": "Tải toàn bộ sổ",
    "load": "Nạp sổ từ nơi khác",
    "forget_people": "Thay tên người đã thôi từ lâu",
    "purge_imports": "Xóa tệp nhập cũ",
    "merge_people": "Gộp hồ sơ trùng",
    "keep_apart": "Ghi hai người không phải một",
    "begin_report": "Bắt đầu báo cáo",
    "write_report": "Viết vào báo cáo",
    "freeze": "Chốt số liệu báo cáo",
    "thaw": "Bỏ chốt số liệu báo cáo",
    "issue": "Ban hành báo cáo",
    "close_period": "Khóa sổ một kỳ",
    "reopen_period": "Mở lại kỳ đã khóa",
    "found": "Lập công đoàn",
    "rename": "Đổi tên, cách ký",
    "move": "Chuyển cấp trên",
    "close": "Kết thúc hoạt động",
    "say_funding": "Ghi nguồn kinh phí của cơ quan, đơn vị",
    "plan_reform": "Soạn kế hoạch sắp xếp",
    "reorganise": "Sắp xếp tổ chức theo kế hoạch",
    "undo_reorganise": "Hoàn tác một đợt sắp xếp",
    "organise": "Ghi cơ quan, doanh nghiệp",
    "stop_organising": "Thôi tổ chức ở cơ quan, doanh nghiệp",
    "add_employer": "Thêm cơ quan, doanh nghiệp",
    "locate": "Ghi địa bàn",
    "assign_sector": "Ghi ngành",
    "begin_term": "Mở nhiệm kỳ",
    "change_term": "Sửa nhiệm kỳ",
    "take_back_term": "Xóa nhiệm kỳ ghi nhầm",
    "cut_short": "Kết thúc nhiệm kỳ sớm",
    "note_sex": "Ghi giới tính cán bộ công đoàn",
    "elect": "Ghi danh sách ban, ủy ban",
    "appoint": "Ghi chức vụ công đoàn",
    "release": "Thôi chức vụ công đoàn",
    "strike_post": "Xóa chức vụ ghi nhầm",
    "end_body": "Kết thúc ban, tổ công đoàn",
    "form_group": "Lập tổ, bộ phận công đoàn",
    "set_up_fund": "Lập quỹ",
    "open_book": "Mở sổ quỹ",
    "receive_money": "Ghi phiếu thu",
    "pay_money": "Ghi phiếu chi",
    "move_money": "Chuyển quỹ",
    "reverse_voucher": "Hủy phiếu",
    "send_money": "Chuyển tiền công đoàn khác",
    "accept_money": "Xác nhận đã nhận tiền",
    "refuse_money": "Trả lại tiền chuyển",
    "count_cash": "Kiểm quỹ",
    "explain_count": "Giải trình chênh lệch quỹ",
    "close_month": "Khóa sổ quỹ tháng",
    "add_rate": "Thêm mức đóng, tỷ lệ",
    "add_item": "Thêm mã thu chi",
    "reopen_month": "Mở lại sổ quỹ tháng",
    "collect_dues": "Thu đoàn phí tháng",
    "collect_fund": "Thu kinh phí công đoàn tháng",
    "estimate": "Ghi dự toán năm",
    "expect_disclosure": "Thêm việc phải công khai",
    "disclose": "Ghi đã công khai",
    "lend": "Cho vay vốn",
    "pay_back": "Thu hồi vốn vay",
    "take_turns": "Xếp lượt góp vốn xoay vòng",
    "hand_over": "Trao vốn xoay vòng",
    "propose": "Lập đề nghị khen thưởng",
    "change_proposal": "Sửa đề nghị khen thưởng",
    "send_proposal": "Gửi đề nghị khen thưởng",
    "return_proposal": "Trả lại đề nghị khen thưởng",
    "pass_on": "Trình khen thưởng lên cấp trên",
    "convene_council": "Trình hội đồng thi đua, khen thưởng",
    "change_council": "Sửa biên bản hội đồng",
    "vote": "Ghi kết quả bỏ phiếu",
    "decide": "Ra quyết định khen thưởng",
    "amend_decision": "Sửa quyết định khen thưởng",
    "revoke_decision": "Thu hồi quyết định khen thưởng",
    "export_awards": "Tải giấy tờ, danh sách khen thưởng",
    "set_quota": "Đặt hạn mức khen thưởng",
    "set_scheme": "Lập mẫu chấm điểm",
    "score_sheet": "Tự chấm điểm",
    "send_sheet": "Gửi bảng chấm điểm",
    "return_sheet": "Trả lại bảng chấm điểm",
    "verify_sheet": "Thẩm định bảng chấm điểm",
    "register_paper": "Vào sổ văn bản",
    "amend_paper": "Sửa văn bản trong sổ",
    "withdraw_paper": "Hủy văn bản trong sổ",
    "finish_paper": "Ghi văn bản đã xử lý xong",
    "attach_scan": "Đính bản chụp văn bản",
    "detach_scan": "Gỡ bản chụp văn bản",
    "export_papers": "Tải sổ văn bản",
    "ask_report": "Yêu cầu cấp dưới báo cáo",
    "withdraw_asked": "Rút yêu cầu báo cáo",
    "file_report": "Nộp báo cáo",
    "unfile_report": "Bỏ lần nộp báo cáo ghi nhầm",
    "begin_work_plan": "Lập kế hoạch công tác",
    "change_plan": "Sửa kế hoạch công tác",
    "drop_plan": "Bỏ kế hoạch công tác",
    "add_plan_line": "Thêm việc vào kế hoạch",
    "change_plan_line": "Sửa việc trong kế hoạch",
    "drop_plan_line": "Bỏ việc khỏi kế hoạch",
    "finish_plan_line": "Ghi việc trong kế hoạch đã xong",
    "carry_out": "Gắn việc đã ghi vào kế hoạch",
    "not_carried": "Gỡ việc đã ghi khỏi kế hoạch",
    "prepare_meeting": "Chuẩn bị hội nghị",
    "call_roll": "Điểm danh hội nghị",
    "resolve": "Ghi nghị quyết, chỉ tiêu",
    "export_score_sheet": "Tải bảng chấm chỉ tiêu",
    "create_user": "Thêm người dùng",
    "give_password": "Đặt lại mật khẩu",
    "choose_password": "Đổi mật khẩu",
    "give_seat": "Giao vai trò",
    "end_seat": "Kết thúc vai trò",
    "make_token": "Tạo mã cho chương trình",
    "revoke_token": "Thu hồi mã của chương trình",
    "activate": "Mở lại tài khoản",
    "deactivate": "Khóa tài khoản",
    "redraw": "Tính lại theo quy tắc mới",
    "import": "Nhập từ bảng tính",
    "undo_import": "Hoàn tác một lần nhập",
    "redo_import": "Nhập lại sau khi hoàn tác",
    "see_import": "Xem một tệp nhập",
    "export_import": "Tải các dòng của một tệp nhập",
    "restore": "Khôi phục việc đã hủy",
    "verify": "Đối chiếu sổ",
    "upload_template": "Đưa lên mẫu báo cáo",
    "retire_template": "Bỏ mẫu báo cáo",
    "cli.figures": "Lấy số liệu bằng dòng lệnh",
    "cli.report": "Xuất báo cáo bằng dòng lệnh",
    "cli.state": "Lấy mã trạng thái bằng dòng lệnh",
    "cli.export": "Xuất cả sổ bằng dòng lệnh",
    "cli.load": "Nạp sổ bằng dòng lệnh",
    "cli.verify": "Đối chiếu sổ bằng dòng lệnh",
    "cli.upward.figures": "Lấy số liệu toàn quốc bằng dòng lệnh",
    "cli.upward.report": "Xuất báo cáo toàn quốc bằng dòng lệnh",
    "upward.publish": "Bắt đầu gửi số liệu lên trung ương",
    "upward.unpublish": "Thôi gửi số liệu lên trung ương",
    "upward.subscribe": "Bắt đầu nhận số liệu của một tỉnh",
    "upward.unsubscribe": "Thôi nhận số liệu của một tỉnh",
    "upward.verify": "Đối chiếu số liệu gửi, nhận",
    "upward.report": "Xuất báo cáo toàn quốc",
    "cli.backup": "Sao lưu sổ",
    "cli.restore": "Dựng lại sổ từ bản sao lưu",
}
OPERATOR = "Người vận hành"


@dataclass(frozen=True)
class Told:
    """One line of the trail. `url` leads to what it is about, where there is a page for it."""

    at: datetime
    who: str
    what: str
    about: str
    url: str


def of(unit: Unit, below: QuerySet[Unit] | None = None) -> QuerySet[Event]:
    """The trail of a union, the newest first; with that of those below, if given."""
    codes = [unit.code] if below is None else below.values("code")
    return Event.objects.filter(unit__in=codes).order_by("-at", "-pk")


def told(events: Iterable[Event]) -> list[Told]:
    """These lines in words."""
    rows = list(events)
    people = User.objects.in_bulk({event.by for event in rows if event.by})
    uids = [event.what for event in rows if _is_uid(event.what)]
    records, reports = _named(Record, "title", uids), _named(Report, "title", uids)
    names = _named(User, "full_name", uids) | reports | records
    units = dict(Unit.objects.filter(code__in={event.unit for event in rows}).values_list("code", "name"))
    return [
        Told(
            event.at,
            str(people.get(event.by, OPERATOR)) if event.by else OPERATOR,
            WORDS.get(event.action, event.action),
            names.get(event.what) or _figure(event.what) or units.get(event.unit, ""),
            _page(event.what, records, reports),
        )
        for event in rows
    ]


def _page(what: str, records: Mapping[str, str], reports: Mapping[str, str]) -> str:
    if what in records or what in reports:
        return reverse("record" if what in records else "report", args=[what])
    return ""


def _named(model: type[Model], name: str, uids: list[str]) -> dict[str, str]:
    """What these uids are called, those that are of this sort."""
    rows = model._default_manager.filter(uid__in=uids).values_list("uid", name)
    return {str(uid): str(called) for uid, called in rows}


def _figure(what: str) -> str:
    return BY_CODE[what].name if what in BY_CODE else ""


def _is_uid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
