"""The kinds of record, a file each. Importing it registers them all, in the order people meet them."""

from . import care  # noqa: F401
