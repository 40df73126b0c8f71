"""The painter: one picture from the words of its prompt."""
