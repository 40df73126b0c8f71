"""The rows of the pipeline in the admin. Facts are to read; tasks and limits are to change."""

from pipeline.admin import limits, tasks

__all__ = ["limits", "tasks"]
