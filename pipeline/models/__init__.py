"""Rows: what is on record."""

from pipeline.models.audit import AuditEntry, AuditHead
from pipeline.models.clip import Clip
from pipeline.models.job import Attempt, Cost, Job
from pipeline.models.money import Alert, Balance, Price
from pipeline.models.preview import Preview
from pipeline.models.remark import Remark
from pipeline.models.service import Service, Turn, Worker
from pipeline.models.task import Task

__all__ = [
    "Alert",
    "Attempt",
    "AuditEntry",
    "AuditHead",
    "Balance",
    "Clip",
    "Cost",
    "Job",
    "Preview",
    "Price",
    "Remark",
    "Service",
    "Task",
    "Turn",
    "Worker",
]
