"""What a congress or a year set itself to reach, and what was assigned below."""
