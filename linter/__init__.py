"""amtlint: a rule-based compliance linter for the social-media accounts of public bodies."""

__version__ = "0.1.0"
