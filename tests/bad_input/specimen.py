"""The registry that the tests here spoil."""

ACCOUNT = "  - id: im-nrw-x\n    platform: x\n    handle: IM_NRW\n    kind: ressort\n"
HEAD = "registry: 1\nauthority: im-nrw\naccounts:\n" + ACCOUNT
"""Seven lines; what a test adds stands on line 8."""
