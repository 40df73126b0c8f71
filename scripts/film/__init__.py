"""The cut: segments, sound, captions, and the film that they become."""
