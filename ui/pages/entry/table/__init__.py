"""The grid: what it shows, how it is moved in and typed into, many cells at once."""
