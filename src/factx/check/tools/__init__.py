"""The formats of annotation tools: each module writes a folder, and reads what it brings back."""
