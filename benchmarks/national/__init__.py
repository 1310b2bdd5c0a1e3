"""The whole country: its tree, its members, its records of a year, and the reform of 1 July 2025 in the middle."""
