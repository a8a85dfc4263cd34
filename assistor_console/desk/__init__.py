"""What happens to every request, and the desks that do it."""
