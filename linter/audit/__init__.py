"""One account before it goes live: what is wrong, what nobody could check, what a person must see."""
