"""Everything a person sees or types: the window, its pages, and the same jobs by command."""
