"""The pack: YAML beside this file."""
