"""The versions of a plan: issued, replaced, corrected, compared."""
