"""What was learnt from labelled pages rather than written down: a weighing of the lines of a page."""
