"""Addresses of officers, committees and groups. They carry uids, never names."""

from django.urls import path

from . import changing, views

urlpatterns = [
    path("", views.officers, name="officers"),
    path("trich-ngang", views.officers_paper, name="officers_paper"),
    path("nhiem-ky", changing.terms, name="terms"),
    path("nhiem-ky/<uuid:uid>/som", changing.term_cut, name="term_cut"),
    path("danh-sach", changing.committee_elect, name="committee_elect"),
    path("ban/<uuid:uid>/ket-thuc", changing.committee_end, name="committee_end"),
    path("chuc-vu", changing.post_appoint, name="post_appoint"),
    path("chuc-vu/<uuid:uid>/thoi", changing.post_release, name="post_release"),
    path("chuc-vu/<uuid:uid>/xoa", changing.post_strike, name="post_strike"),
    path("tim-nguoi", changing.officer_pick, name="officer_pick"),
    path("to", views.groups, name="groups"),
    path("to/lap", changing.group_form, name="group_form"),
    path("to/<uuid:uid>/ket-thuc", changing.group_end, name="group_end"),
]
