"""The stage: who stands where, and how the camera moves."""
