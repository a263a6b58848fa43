"""A report on a run, for people: from its JSON to a page of HTML or to Markdown. Pure."""
