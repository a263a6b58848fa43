"""From `rules/` to the rules in force: load, validate, select, explain."""
