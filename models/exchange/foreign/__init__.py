"""Tables of other programs: what their columns and names mean, and what is taken of them."""
