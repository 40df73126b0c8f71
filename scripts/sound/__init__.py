"""Speech and ambience, made on this machine."""
