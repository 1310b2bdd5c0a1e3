"""Addresses of targets."""

from django.urls import path

from . import changing, views

urlpatterns = [
    path("", views.targets, name="targets"),
    path("tim-muc", views.indicator_pick, name="indicator_pick"),
    path("them", changing.resolution_new, name="resolution_new"),
    path("<uuid:uid>", views.score_sheet, name="score_sheet"),
    path("<uuid:uid>/xac-nhan", changing.score_sheet_confirm, name="score_sheet_confirm"),
    path("<uuid:uid>/cap-duoi", views.targets_below, name="targets_below"),
    path("<uuid:uid>/giao", changing.resolution_assign, name="resolution_assign"),
    path("<uuid:uid>/huy", changing.resolution_withdraw, name="resolution_withdraw"),
    path("<uuid:uid>/them", changing.target_add, name="target_add"),
    path("muc/<uuid:uid>", views.target, name="target"),
    path("muc/<uuid:uid>/dieu-chinh", changing.target_amend, name="target_amend"),
    path("muc/<uuid:uid>/bo", changing.target_withdraw, name="target_withdraw"),
    path("muc/<uuid:uid>/ket-qua", changing.target_answer, name="target_answer"),
    path("van-ban-giao/<uuid:uid>/thu-hoi", changing.assignment_take_back, name="assignment_take_back"),
]
