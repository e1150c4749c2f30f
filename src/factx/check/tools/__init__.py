"""The formats of annotation tools: each module writes a folder of its own, and reads what it brings back."""
