"""The dialog in three steps in which units merge, split or come under another: who, when, and the check of sums."""
