"""Excel files unions have already: read, looked at row by row, taken in, taken back."""
