"""The primitives that rules are made of, one per module: `recorded` lives in `recorded.py`.

What they share lies beside them. What a check is: base, patterns, parameters, and params, which
finds checks and binds their parameters. What several checks ask: causes (why they could not look), silence and
records (of what is recorded), seen and page_seen (of what a crawl saw), naming and designations
(of names), members (of a house's single accounts).
"""
