"""The reader beside the rules: what it says, may propose, and may not take away."""
