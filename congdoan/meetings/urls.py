"""Addresses of a meeting's delegates, minutes and papers."""

from django.urls import path

from . import views, views_delegates, views_papers

urlpatterns = [
    path("", views.meetings, name="meetings"),
    path("moi", views.meeting_new, name="meeting_new"),
    path("<uuid:uid>", views.meeting, name="meeting"),
    path("<uuid:uid>/sua", views.meeting_change, name="meeting_change"),
    path("<uuid:uid>/chuong-trinh", views.meeting_agenda, name="meeting_agenda"),
    path("<uuid:uid>/bo", views.meeting_drop, name="meeting_drop"),
    path("<uuid:uid>/da-hop", views.meeting_held, name="meeting_held"),
    path("<uuid:uid>/so-nguoi-du", views.meeting_count, name="meeting_count"),
    path("<uuid:uid>/giay-moi", views.meeting_invitation, name="meeting_invitation"),
    path("<uuid:uid>/bien-ban", views_papers.meeting_minutes, name="meeting_minutes"),
    path("<uuid:uid>/giao-viec", views_papers.meeting_task, name="meeting_task"),
    path("<uuid:uid>/bo-tai-lieu", views_papers.pack_zip, name="pack_zip"),
    path("<uuid:uid>/bo-tai-lieu/<slug:part>", views_papers.pack_file, name="pack_file"),
    path("<uuid:uid>/bo-tai-lieu/<slug:part>/so", views_papers.pack_number, name="pack_number"),
    path("<uuid:uid>/dai-bieu", views_delegates.delegates, name="delegates"),
    path("<uuid:uid>/dai-bieu/them/<slug:source>", views_delegates.delegates_take, name="delegates_take"),
    path("<uuid:uid>/dai-bieu/nhap", views_delegates.delegates_type, name="delegates_type"),
    path("<uuid:uid>/dai-bieu/tim", views_delegates.delegates_pick, name="delegates_pick"),
    path("<uuid:uid>/diem-danh", views_delegates.roll_call, name="roll_call"),
    path("<uuid:uid>/diem-danh/con-lai", views_delegates.roll_call_rest, name="roll_call_rest"),
    path("dai-bieu/<uuid:uid>/diem-danh", views_delegates.delegate_mark, name="delegate_mark"),
    path("dai-bieu/<uuid:uid>/vang", views_delegates.delegate_absent, name="delegate_absent"),
    path("dai-bieu/<uuid:uid>/bo", views_delegates.delegate_drop, name="delegate_drop"),
    path("viec/<uuid:uid>", views.gathering_meeting, name="gathering_meeting"),
    path("viec/<uuid:uid>/lap", views.meeting_take_up, name="meeting_take_up"),
]
