"""The people: roles, invitations, passwords; what operators may do to each other, and what stays secret."""

import re
import threading

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.db import connection
from django.test import Client

from pipeline.actions import Refused
from pipeline.models import AuditEntry
from review import team
from review.roles import Role, give, role_of
from tests.factories import make_channel
from tests.review.people import browser_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_hashes")]

WORDS = "a heron at dusk"


def make_person(name: str = "rita", role: Role = Role.REVIEWER) -> User:
    person = User.objects.create_user(name, f"{name}@studio.example", WORDS)
    give(person, role)
    return person


def invited(page: Client, name: str = "rita", **fields: str) -> str:
    """Invite somebody; gives the link that the page shows."""
    html = page.post("/people/invite/", {"name": name, "role": "reviewer", **fields}).content.decode()
    return re.search(r'id="link" value="http://testserver(/invitation/[^"]+)"', html)[1]


def open_link(link: str, browser: Client | None = None):
    return (browser or Client()).get(link, follow=True)


def choose(link: str, words: str = WORDS, again: str | None = None):
    """Open a link in a fresh browser and choose a password."""
    browser = Client()
    form = open_link(link, browser)
    return browser.post(form.request["PATH_INFO"], {"new_password1": words, "new_password2": again or words})


def test_the_page_shows_everybody_with_role_channels_and_last_look(page: Client):
    make_channel(reviewers=["rita"])
    make_channel("harbour", reviewers=["rita@studio.example"])
    make_person()

    html = page.get("/people/").content.decode()
    row = re.search(r'<li class="person">((?:(?!<li).)*?<bdi>rita</bdi>.*?)</li>', html, re.DOTALL)[1]

    assert all(words in row for words in ("Meadow", "Harbour", "never seen"))
    assert re.search(r'value="reviewer" selected', row)
    assert "channel_configs/meadow.yaml" in html
    assert "reviewers: [rita]" in html


def test_the_page_takes_few_queries_however_many_people_there_are(page: Client, django_assert_max_num_queries):
    for n in range(20):
        make_person(f"person{n}", list(Role)[n % 3])

    with django_assert_max_num_queries(9):
        assert page.get("/people/").status_code == 200


@pytest.mark.parametrize("role", Role)
def test_an_invited_person_chooses_a_password_and_is_in(page: Client, role: Role):
    link = invited(page, role=role)

    response = choose(link)

    rita = User.objects.get(username="rita")
    assert (response.headers["Location"], role_of(rita), rita.is_superuser) == ("/", role, role is Role.OPERATOR)
    assert Client().post("/login/", {"username": "rita", "password": WORDS}).status_code == 302


def test_before_the_link_is_used_nobody_gets_in(page: Client):
    invited(page)

    assert not User.objects.get(username="rita").has_usable_password()


def test_a_link_works_once(page: Client):
    link = invited(page)
    choose(link)

    response = open_link(link)

    assert "This link does not work any more" in response.content.decode()
    assert "Ask an operator for a new link" in response.content.decode()


def test_a_link_ends_after_three_days_when_it_is_replaced_and_when_the_person_is_switched_off(page: Client, settings):
    first = invited(page)
    rita = User.objects.get(username="rita")
    second = re.search(r"/invitation/[^\"]+", page.post(f"/people/{rita.pk}/link/").content.decode())[0]

    assert "does not work any more" in open_link(first).content.decode()
    assert "Set the password" in open_link(second).content.decode()
    page.post(f"/people/{rita.pk}/switch/", {"active": "no"})
    assert "does not work any more" in open_link(second).content.decode()
    page.post(f"/people/{rita.pk}/switch/", {"active": "yes"})
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert "does not work any more" in open_link(second).content.decode()


def test_a_weak_or_mistyped_password_is_told_in_a_sentence(page: Client):
    link = invited(page)

    assert "too short" in choose(link, "owl").content.decode()
    assert "too common" in choose(link, "password123").content.decode()
    assert "didn’t match" in choose(link, WORDS, "a heron at dawn").content.decode()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": ""}, "Write the name that they log in with."),
        ({"name": "rita <b>"}, "Enter a valid username"),
        ({"name": "r\x00ita"}, "Enter a valid username"),
        ({"name": "OLGA"}, "olga is here already"),
        ({"name": "engine"}, "is how the audit trail calls the machine"),
        ({"email": "nonsense"}, "This is no e-mail address."),
        ({"role": "king"}, "Choose one of the three roles."),
        ({"role": ""}, "Choose one of the three roles."),
    ],
)
def test_a_wrong_invitation_is_told_and_invites_nobody(page: Client, fields: dict[str, str], said: str):
    response = page.post("/people/invite/", {"name": "rita", "email": "", "role": "reviewer", **fields})

    assert response.status_code == 422
    assert said in response.content.decode()
    assert User.objects.count() == 1


def test_an_operator_changes_roles_and_switches_people(page: Client):
    rita = make_person()

    page.post(f"/people/{rita.pk}/role/", {"role": "viewer"})
    page.post(f"/people/{rita.pk}/switch/", {"active": "no"})

    rita = User.objects.get(pk=rita.pk)
    assert (role_of(rita), rita.is_active) == (Role.VIEWER, False)
    notes = AuditEntry.objects.filter(task=None).values_list("actor", "action", "note")
    assert list(notes) == [("olga", "change_role", "rita: reviewer → viewer"), ("olga", "switch_off", "rita")]


def test_a_session_from_before_somebody_was_switched_off_never_comes_back_to_life(page: Client):
    rita, vera = make_person(), make_person("vera")
    old, other = browser_of(rita), browser_of(vera)

    for active in ("no", "yes"):
        page.post(f"/people/{rita.pk}/switch/", {"active": active})

    assert [each.get("/").status_code for each in (old, other, browser_of(rita))] == [302, 200, 200]


@pytest.mark.parametrize(("way", "fields"), [("role", {"role": "viewer"}), ("switch", {"active": "no"}), ("link", {})])
def test_nobody_changes_themselves(page: Client, operator: User, way: str, fields: dict[str, str]):
    response = page.post(f"/people/{operator.pk}/{way}/", fields, follow=True)

    assert "This is you." in response.content.decode()
    operator.refresh_from_db()
    assert (operator.is_staff, operator.is_active, AuditEntry.objects.count()) == (True, True, 0)


@pytest.mark.django_db(transaction=True)
def test_two_operators_cannot_put_each_other_out():
    pair = [make_person("olga", Role.OPERATOR), make_person("otto", Role.OPERATOR)]
    start = threading.Barrier(2)

    def put_out(me: User, other: User) -> None:
        start.wait()
        try:
            team.switch(other.pk, on=False, by=me)
        except Refused:
            pass
        finally:
            connection.close()

    threads = [threading.Thread(target=put_out, args=(pair[n], pair[1 - n])) for n in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert User.objects.filter(is_staff=True, is_active=True).count() == 1


def test_links_and_passwords_stand_in_no_log_no_audit_entry_and_no_session(page: Client, caplog):
    link = invited(page)
    choose(link)

    _, token = link.strip("/").split("/")[1:]
    kept = [str(entry.__dict__) for entry in AuditEntry.objects.all()]
    session = str(dict(page.session.items()))
    assert len(kept) == 2
    assert not any(secret in text for secret in (token, WORDS) for text in (*kept, caplog.text, session))
    assert "no-store" in page.post(f"/people/{User.objects.get(username='rita').pk}/link/").headers["Cache-Control"]


@pytest.fixture
def _mail(settings):
    settings.EMAIL_URL = "memorymail://"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.mark.usefixtures("_mail")
def test_where_mail_is_set_up_the_link_is_mailed(page: Client):
    link = invited(page, email="rita@studio.example")

    assert link in mail.outbox[0].body
    assert mail.outbox[0].to == ["rita@studio.example"]


def test_a_mail_that_cannot_be_sent_loses_no_link(page: Client, settings):
    settings.EMAIL_URL = "smtp://127.0.0.1:9"
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9

    html = page.post("/people/invite/", {"name": "rita", "email": "r@s.example", "role": "viewer"}).content.decode()

    assert "It could not be mailed" in html
    assert "/invitation/" in html


@pytest.mark.usefixtures("_mail")
def test_a_forgotten_password_is_mailed_a_link_without_telling_who_is_here(client: Client):
    make_person()
    client.get("/login/")

    answers = [
        client.post("/password/forgotten/", {"email": address}, follow=True).content.decode()
        for address in ("rita@studio.example", "rita@studio.example", "stranger@studio.example")
    ]

    assert all("If somebody here has this address" in answer for answer in answers)
    assert len(mail.outbox) == 1  # the second time was too soon
    assert choose(re.search(r"/invitation/\S+", mail.outbox[0].body)[0], "another heron").headers["Location"] == "/"


def test_without_mail_there_is_no_page_for_it(client: Client):
    assert client.get("/password/forgotten/").status_code == 404
    assert "Forgotten your password?" not in client.get("/login/").content.decode()


def test_the_old_password_cannot_be_guessed_at_an_open_screen():
    browser = browser_of(make_person())
    fields = {"old_password": "wrong", "new_password1": "another heron", "new_password2": "another heron"}

    answers = [browser.post("/password/", fields) for _ in range(10)]

    assert "This is not your old password." in answers[0].content.decode()
    assert answers[-1].status_code == 429
    assert User.objects.get().check_password(WORDS)


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.VIEWER])
def test_only_operators_see_and_change_people(role: Role):
    rita, otto = make_person("rita", role), make_person("otto", Role.OPERATOR)
    browser = browser_of(rita)

    ways = {"invite": {"name": "x", "role": "operator"}, f"{otto.pk}/role": {"role": "viewer"}}
    ways |= {f"{otto.pk}/switch": {"active": "no"}, f"{otto.pk}/link": {}, f"{rita.pk}/role": {"role": "operator"}}

    assert browser.get("/people/").status_code == 403
    assert {browser.post(f"/people/{way}/", fields).status_code for way, fields in ways.items()} == {403}
    assert (User.objects.count(), User.objects.filter(is_staff=True).count()) == (2, 1)
