"""The side panel: what the current cell means, what was before, what is odd, why, what proves it, its life."""
