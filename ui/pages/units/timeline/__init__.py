"""The time line of units: where bars and curves stand, how they are drawn, and the view that is walked with keys."""
