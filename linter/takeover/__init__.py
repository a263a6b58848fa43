"""Taking over a table (CSV, Excel) as a registry, with nothing lost and nothing guessed in silence."""
