"""Addresses of the tree."""

from django.urls import path

from . import changing, views

urlpatterns = [
    path("", views.tree, name="tree"),
    path("cong-doan-dau-tien", changing.unit_found_top, name="unit_found_top"),
    path("<slug:code>", views.unit, name="unit"),
    path("<slug:code>/lap", changing.unit_found, name="unit_found"),
    path("<slug:code>/ten", changing.unit_rename, name="unit_rename"),
    path("<slug:code>/chuyen", changing.unit_move, name="unit_move"),
    path("<slug:code>/ket-thuc", changing.unit_close, name="unit_close"),
    path("<slug:code>/co-quan", changing.unit_organise, name="unit_organise"),
    path("<slug:code>/co-quan/<int:number>/thoi", changing.unit_stop, name="unit_stop"),
]
