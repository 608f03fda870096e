"""Units: the tree on a day, and each one's card."""
