"""The local web for the tests of the crawl."""

from tests.web.fixtures import running_web, web

__all__ = ["running_web", "web"]
