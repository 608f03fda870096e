"""Proposes targets from the text of a plan: deterministic, every proposal with the place it comes from."""
