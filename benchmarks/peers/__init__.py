"""The tools that a user would glue together, beside firsthand."""
