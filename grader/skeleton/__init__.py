"""A course or an exercise to begin with: files of a small example that works, under the author's names."""
