"""The command line: one thin module per command; the only place with clock, terminal and exit codes."""
