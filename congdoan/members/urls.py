"""Addresses of the register of members. They carry uids, never names."""

from django.urls import path

from . import lists, views, views_people, views_transfers, views_twins

urlpatterns = [
    path("", lists.members, name="members"),
    path("ket-nap", views.member_admit, name="member_admit"),
    path("ket-nap/danh-sach", views.member_admit_list, name="member_admit_list"),
    path("mo-so", views.register_open, name="register_open"),
    path("doc-danh-sach", views.members_pasted, name="members_pasted"),
    path("tang-giam", views_people.members_bridge, name="members_bridge"),
    path("trung", views_twins.twins_list, name="twins"),
    path("trung/<uuid:uid>/<uuid:other>", views_twins.twin, name="twin"),
    path("chuyen", views_transfers.transfers_open, name="transfers"),
    path("chuyen/noi-den", views_transfers.transfer_pick, name="transfer_pick"),
    path("chuyen/<uuid:uid>/tiep-nhan", views_transfers.transfer_accept, name="transfer_accept"),
    path("chuyen/<uuid:uid>/thoi", views_transfers.transfer_refuse, name="transfer_refuse"),
    path("<uuid:uid>/chuyen", views_transfers.member_transfer, name="member_transfer"),
    path("<uuid:uid>/thoi", views.member_leave, name="member_leave"),
    path("<uuid:uid>/tam-dung", views.member_suspend, name="member_suspend"),
    path("<uuid:uid>/the", views.member_card, name="member_card"),
    path("<uuid:uid>/huy", views.member_undo, name="member_undo"),
    path("nguoi/<uuid:uid>/sua", views_people.person_correct, name="person_correct"),
    path("nguoi/<uuid:uid>/rieng", views_people.person_sensitive, name="person_sensitive"),
    path(
        "nguoi/<uuid:uid>/rieng/sua", views_people.person_sensitive_correct, name="person_sensitive_correct"
    ),
    path("nguoi/<uuid:uid>/kho-khan", views_people.person_hardship, name="person_hardship"),
]
