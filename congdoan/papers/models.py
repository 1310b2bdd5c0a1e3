"""Papers out and in, plans line by line, meetings with their delegates."""
