"""What a reform plan is and what its figures mean: plain Python, no Qt, no Word."""
