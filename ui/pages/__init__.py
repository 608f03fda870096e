"""One folder a page, each of the same shape."""
