"""The address at which a union takes its book out."""

from django.urls import path

from . import views

urlpatterns = [path("", views.whole_book, name="whole_book")]
