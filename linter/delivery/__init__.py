"""delivery: a night's changes by e-mail or webhook, for runs that nobody watches."""
