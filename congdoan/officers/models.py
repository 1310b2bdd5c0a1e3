"""Committees with their terms, who holds which post in them, and the groups inside a union."""
