"""The pictures of these documents, taken from the running product; how to, in `__main__`."""
