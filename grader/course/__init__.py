"""What a course is: its nouns, how an author writes it, its cases, and how it is loaded."""
