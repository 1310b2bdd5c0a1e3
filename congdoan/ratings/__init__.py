"""Score sheets: by what unions and groups are rated, what they gave themselves, what was found."""
