from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "congdoan.audit"
    verbose_name = "Nhật ký"
