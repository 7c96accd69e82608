"""Building: opens the desk, prints the plan beside the old site, then swaps it in."""
