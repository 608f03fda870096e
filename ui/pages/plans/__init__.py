"""The plan: its indicators, targets, what it gives to units, and what it rests on."""
