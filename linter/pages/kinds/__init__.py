"""What kind of page it is, and whether it shows what it is about."""
