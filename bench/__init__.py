"""What things cost, measured in one run as ratios to what they cannot cost less than."""
