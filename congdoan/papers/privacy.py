"""The register of papers is internal."""

CLASSES: dict[str, dict[str, str]] = {}
