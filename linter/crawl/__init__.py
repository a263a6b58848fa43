"""What the public sees: the profiles and the pages behind them, fetched, kept and read again.

The crawl fetches and judges nothing; rules judge and fetch nothing.
"""
