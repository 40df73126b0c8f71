"""Price: what a unit costs, and when. Alert: something that people should hear once. Balance: what a provider said it holds."""

from datetime import date
from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.timezone import now

from pipeline.rules import money


class Price(models.Model):
    """What `per` units of a provider's model cost, from a day until a day (both inclusive, UTC)."""

    provider = models.CharField(max_length=20)
    model = models.CharField(max_length=80, help_text="* is every model of the provider.")
    unit = models.CharField(max_length=30, help_text="As its script counts: seconds, characters, image_tokens …")
    usd = models.DecimalField(max_digits=12, decimal_places=6)
    per = models.PositiveIntegerField(default=1, help_text="How many units that price is for.")
    valid_from = models.DateField(default=date(2000, 1, 1))
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("provider", "model", "unit", "valid_from")
        constraints = (
            models.UniqueConstraint(
                fields=["provider", "model", "unit", "valid_from"],
                name="one_price_per_model_unit_and_day",
            ),
            models.CheckConstraint(condition=Q(usd__gte=0, per__gte=1), name="a_price_is_not_negative"),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="a_price_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return f"{self.provider} {self.model}: ${self.usd.normalize():f} for {self.per:,} {self.unit}"

    @property
    def value(self) -> money.Price:
        """The same as a plain value, for one unit."""
        each = self.usd / Decimal(self.per)
        return money.Price(self.provider, self.model, self.unit, each, self.valid_from, self.valid_until)


class Alert(models.Model):
    """Something that people should hear once: the same key never comes twice."""

    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=200, unique=True)
    message = models.TextField()
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ("-at",)

    def __str__(self) -> str:
        return self.message


class Balance(models.Model):
    """What a provider said that an account holds, and what our ledger had for it by then."""

    service = models.CharField(max_length=20)
    amount = models.DecimalField(max_digits=16, decimal_places=4)
    unit = models.CharField(max_length=20)
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ("-at",)
        indexes = (models.Index(fields=["service", "at"]),)

    def __str__(self) -> str:
        return f"{self.service}: {self.amount.normalize():f} {self.unit}"
