"""The catalogue, a file a chapter. Importing it declares every indicator."""
