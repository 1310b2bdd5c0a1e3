"""Sổ Công đoàn: a record is entered once, and every level's report comes from it."""

__version__ = "0.1.0"
