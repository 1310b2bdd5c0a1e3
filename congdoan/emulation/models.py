"""From a proposal to a decision: who is put forward for which title, how the council voted, what was granted."""
