"""The page that says how the plan stands, without a click."""
