"""From YAML files to accounts and authorities, with the place of every value."""
