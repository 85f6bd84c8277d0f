"""From an exercise and a function to a grade: verdicts, a diagnosis, second tries."""
