"""Hội nghị: who is asked and who came, minutes, conclusions, the papers of a conference."""
