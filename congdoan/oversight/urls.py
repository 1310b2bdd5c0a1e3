"""Addresses of inspection plans, findings and complaints."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
