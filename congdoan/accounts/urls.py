"""Addresses of users, seats and one's own account."""

from django.urls import path

from . import views, views_tokens

urlpatterns = [
    path("tai-khoan", views.account, name="account"),
    path("ket-noi", views_tokens.token_list, name="tokens"),
    path("ket-noi/<uuid:uid>/thu-hoi", views_tokens.token_revoke, name="token_revoke"),
    path("nguoi-dung", views.people, name="people"),
    path("nguoi-dung/them", views.people_add, name="people_add"),
    path("nguoi-dung/chon-cong-doan", views.unit_pick, name="unit_pick"),
    path("nguoi-dung/<uuid:uid>", views.user, name="user"),
    path("nguoi-dung/<uuid:uid>/vai-tro", views.seat_give, name="seat_give"),
    path("nguoi-dung/<uuid:uid>/vai-tro/<int:number>/ket-thuc", views.seat_end, name="seat_end"),
    path("nguoi-dung/<uuid:uid>/mat-khau", views.user_password, name="user_password"),
    path("nguoi-dung/<uuid:uid>/khoa", views.user_activity, name="user_activity"),
]
