"""Models in, Word out. No Qt."""
