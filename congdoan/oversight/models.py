"""Plans of inspection, what is to be mended, and complaints."""
