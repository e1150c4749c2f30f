"""What words of harm and force tell of nobody: not real, not harmed, not there, no force."""
