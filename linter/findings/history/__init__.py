"""history: what earlier nights saw and found, in one SQLite file, and what has changed since."""
