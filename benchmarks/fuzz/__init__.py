"""Fuzzing: odd texts, damaged files and accidents of the run, by chance, against laws that hold of all."""
