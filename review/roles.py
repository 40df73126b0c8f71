"""The three roles, and where Django keeps them: staff, a group, or neither."""

from enum import StrEnum

from django.contrib.auth.models import Group, User

VIEWERS = "viewer"  # the group of those who only look; see review.access


class Role(StrEnum):
    """What somebody may do."""

    OPERATOR = "operator"
    REVIEWER = "reviewer"
    VIEWER = "viewer"

    @property
    def label(self) -> str:
        return self.value.title()

    @property
    def duty(self) -> str:
        """What it means, for those who choose."""
        return {
            "operator": "sees and does everything: films, channels, money, people",
            "reviewer": "approves and rejects films of own channels",
            "viewer": "looks at films of own channels",
        }[self.value]


def role_of(person: User) -> Role:
    """Read a person's role. Groups may be prefetched."""
    if person.is_staff:
        return Role.OPERATOR
    return Role.VIEWER if any(group.name == VIEWERS for group in person.groups.all()) else Role.REVIEWER


def give(person: User, role: Role) -> None:
    """Write a person's role. An operator has every permission in the admin, too."""
    person.is_staff = person.is_superuser = role is Role.OPERATOR
    person.save(update_fields=["is_staff", "is_superuser"])
    viewers, _ = Group.objects.get_or_create(name=VIEWERS)
    if role is Role.VIEWER:
        person.groups.add(viewers)
    else:
        person.groups.remove(viewers)
