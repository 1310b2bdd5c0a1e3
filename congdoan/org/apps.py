from django.apps import AppConfig


class OrgConfig(AppConfig):
    name = "congdoan.org"
    verbose_name = "Hệ thống tổ chức"
