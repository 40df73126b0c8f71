"""Why something a person asked for is not done."""


class Refused(Exception):
    """A decision cannot be carried out. The text says why and what to do instead."""
