"""Limits of work from outside, as settings."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The limits of each task."""

    patience: float = 60.0
    processor_time: float = 120.0
    memory: int = 2_000
    file_size: int = 1_000
    open_files: int = 256
    tasks_per_worker: int = 50
