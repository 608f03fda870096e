"""What two pages or more are made of: they know no database and no plan."""
