"""The frame round the pages: the window, what stands at its edges, and what stands in where there is no plan."""
