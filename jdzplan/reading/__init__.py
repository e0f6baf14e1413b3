"""Reading: bytes into records or findings. Everything that touches a file is here."""
