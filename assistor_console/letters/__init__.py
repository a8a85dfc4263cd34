"""Letters, slips and calendar files, drawn from values of the domain."""
