"""Where the data rests: the only place with SQL."""
