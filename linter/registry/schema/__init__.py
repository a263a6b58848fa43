"""The registry's fields, as fragments of YAML beside this file, and the validator made of them.

One text serves four uses: validation with places (here), editors (`amtlint schema`), the
registry reference in docs/, and the check that a rule asks only for fields that exist.
"""
