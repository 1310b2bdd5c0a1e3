"""Addresses of the register of members. They carry uids, never names."""

from django.urls import path

from . import lists, views

urlpatterns = [
    path("", lists.members, name="members"),
    path("ket-nap", views.member_admit, name="member_admit"),
    path("<uuid:uid>/thoi", views.member_leave, name="member_leave"),
]
