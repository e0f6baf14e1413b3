"""Rules: one small function per rule, from records to findings. None knows another, or a format."""
