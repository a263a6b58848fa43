"""What a handle or profile name is made of: the one place that answers it."""

from linter.names.reader import Reader
from linter.names.reading import COUNTS, Part, Reading

__all__ = ["COUNTS", "Part", "Reader", "Reading"]
