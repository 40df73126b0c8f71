"""Each contract test has fakes of its own, and somebody who calls them."""

from tests.contracts.calling import call, fakes

__all__ = ["call", "fakes"]
