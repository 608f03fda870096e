"""Errors that a person can do something about."""


class KnownError(Exception):
    """Say in one plain Vietnamese sentence what happened, where, and what to do.

    The command line prints it and exits 1; the window shows it in a band. Anything else that is raised is a bug."""
