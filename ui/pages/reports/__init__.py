"""Reports: made, opened, and those made before."""
