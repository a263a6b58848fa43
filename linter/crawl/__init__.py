"""What the public sees: the profiles and the pages behind them, fetched, kept and read again.

The crawl fetches and never judges; rules judge and never fetch.
"""
