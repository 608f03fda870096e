"""Reads the prose and tables of a report, and checks the sums and rates that they claim."""
