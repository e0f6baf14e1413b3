"""The panel: every region, indicator and year of a whole country, judged in a database."""
