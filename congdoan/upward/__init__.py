"""A province keeps its own book and sends its sums upward; the centre reads the country's figures from them."""
