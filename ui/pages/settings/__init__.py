"""Settings of this machine, and what the program is."""
