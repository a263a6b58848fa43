"""The local web's own tests use it as others do."""

from tests.web.fixtures import running_web, web

__all__ = ["running_web", "web"]
