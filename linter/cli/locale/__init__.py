"""Catalogues of the words that click itself speaks, for gettext."""
