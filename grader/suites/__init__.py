"""The courses: each folder is a suite, and sees nothing of the framework but ``grader.course.authoring``."""
