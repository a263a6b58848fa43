"""From the bytes of a page to its tree, and to the lines that a reader sees."""
