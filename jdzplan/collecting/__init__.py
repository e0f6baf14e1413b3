"""The work of every January: the empty year that is sent out, the returns that come back."""
