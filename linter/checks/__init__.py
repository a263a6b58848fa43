"""The primitives that rules are made of, one per module."""
