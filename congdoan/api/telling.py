"""Things told in a shape: its fields from the thing itself or from what is said beside; days by ISO, things by their public names."""

from typing import Any

from ninja import Schema

from . import typed

BYTES = {"schema": {"type": "string", "format": "binary"}}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def told(thing: Any, shape: type[Schema], **beside: Any) -> dict[str, Any]:
    """A thing as a shape tells it; what is said `beside` takes the place of its own columns."""
    return {
        name: beside[name] if name in beside else typed.plain(getattr(thing, name))
        for name in shape.model_fields
    }


def a_file(*types: str) -> dict[str, Any]:
    """How the description tells of an address that hands out a file of one of these types."""
    return {"responses": {200: {"description": "The file", "content": dict.fromkeys(types, BYTES)}}}
