"""Who logs in is known to those who work with them; how they prove it, to nobody."""

CLASSES: dict[str, dict[str, str]] = {
    "User": {
        "username": "personal",
        "full_name": "personal",
        "first_name": "personal",
        "last_name": "personal",
        "email": "personal",
        "last_login": "personal",
        "date_joined": "personal",
        "uid": "personal",
        "password": "sensitive",
        "one_time_password": "internal",
        "is_superuser": "internal",
        "is_staff": "internal",
        "is_active": "internal",
        "groups": "internal",
        "user_permissions": "internal",
    },
    "Seat": {
        "user": "personal",
        "unit": "internal",
        "role": "internal",
        "from_on": "internal",
        "to_on": "internal",
    },
    "Token": {
        "uid": "internal",
        "seat": "personal",
        "purpose": "internal",
        "name": "personal",
        "digest": "sensitive",
        "made_on": "internal",
        "to_on": "internal",
        "used_on": "personal",
        "revoked_at": "internal",
    },
}
