"""The author: one storyboard from a title, a topic and a story direction."""
