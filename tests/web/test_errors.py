"""Pages for what went wrong: what happened and what to do, in plain Vietnamese."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.views.defaults import permission_denied, server_error

from tests.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.urls")]


@pytest.fixture
def chair(cast: Cast) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(cast.users["chair"])
    return client


def text(page: str) -> str:
    """What is read on a page, without its frame."""
    main = page[page.index("<main") : page.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def test_an_address_that_leads_nowhere(chair: Client) -> None:
    answer = chair.get("/khong-co")
    assert answer.status_code == 404
    assert text(answer.content.decode()).startswith(
        "Không tìm thấy trang này Địa chỉ này không dẫn tới trang nào"
    )


def test_a_stranger_gets_the_same_page_without_a_frame(client: Client) -> None:
    answer = client.get("/khong-co")
    assert answer.status_code == 404
    assert "Về trang đầu" in answer.content.decode()


def test_what_the_book_refuses_is_shown_as_it_is(chair: Client) -> None:
    answer = chair.post("/tu-choi")
    assert answer.status_code == 422
    assert "Kỳ này đã khóa: hãy mở lại kỳ trước khi ghi." in text(answer.content.decode())


def test_a_fault_of_ours_is_ours_and_says_what_was_kept(chair: Client) -> None:
    answer = chair.get("/hong")
    assert answer.status_code == 500
    assert "Điều bạn vừa gửi chưa được lưu" in text(answer.content.decode())


def test_the_page_behind_a_fault_needs_no_database() -> None:
    assert server_error(HttpRequest()).status_code == 500


def test_what_a_role_may_not_do(cast: Cast) -> None:
    request = RequestFactory().get("/")
    request.user = cast.users["reader"]
    request.session = {}
    answer = permission_denied(request, PermissionDenied())
    assert answer.status_code == 403
    assert "giao thêm vai trò" in text(answer.content.decode())


def test_a_page_open_too_long_says_so(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.users["chair"])
    answer = client.post("/dang-xuat")
    assert answer.status_code == 403
    assert "Trang đã mở quá lâu" in text(answer.content.decode())


def test_a_wrong_password_is_one_sentence(cast: Cast) -> None:
    answer = Client().post("/dang-nhap", {"username": "chair", "password": "khong-phai"})
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in answer.content.decode()
    assert 'value="chair"' in answer.content.decode()
