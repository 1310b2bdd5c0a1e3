"""What is claimed about speed, measured on the machine at hand: `python -m benchmarks.province --help`."""
