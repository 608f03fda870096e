"""A report painted on pages of paper, in the form of the decree, without Word."""
