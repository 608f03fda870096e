"""Entering numbers: one unit's submission of one quarter."""
