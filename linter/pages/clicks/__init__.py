"""How many clicks lead from a profile to a page, and over what."""
