"""Addresses of the register of members."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
