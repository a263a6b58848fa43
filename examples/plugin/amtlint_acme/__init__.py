"""An example plug-in for amtlint: one check and one pack of rules."""
