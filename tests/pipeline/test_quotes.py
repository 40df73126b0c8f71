"""What comes next will cost: said before it is queued, approved, or made again."""

from decimal import Decimal

import pytest

from pipeline import quotes
from pipeline.models import Attempt, Clip, Cost, Price, Task
from pipeline.rules.statuses import Status
from pipeline.steps.images import image_size
from tests.factories import make_channel, make_storyboard, make_take, make_task
from tests.review.films import film_at

pytestmark = pytest.mark.django_db

PAID = {"plan": "gemini", "images": "gemini", "videos": "kling", "narration": "elevenlabs", "sfx": "elevenlabs"}


def paid_channel(**values):
    return make_channel(
        "paid", **{"providers": PAID, "format": {"assets": 3, "scenes": 2, "clip_seconds": 10}, **values}
    )


def paid_film(status: Status, **values) -> Task:
    return film_at(status, channel=paid_channel(**values))


def test_a_film_of_the_usual_shape_is_priced_before_anything_is_known_of_it():
    task = make_task(channel=paid_channel(format={}, budget={"per_month_usd": 41.10}))

    quote = quotes.film(task)

    # 22 images at 3 to 5 cents, 18 clips of 10 s at 42 cents, 18 sounds at 12 cents, 18 times 22 words of speech
    assert Decimal(10) < quote.usd < Decimal(12)
    words = f"about ${quote.usd:.2f}: 22 images + 18 clips + audio; channel budget left this month $41.10"
    assert str(quote) == words


def test_of_clips_whose_length_is_left_to_us_half_are_short():
    long, auto = (make_task(channel=paid_channel(format={"clip_seconds": seconds})) for seconds in (10, "auto"))

    seconds = {task: quotes.film(task).lines[2].usd / Decimal("0.042") for task in (long, auto)}

    assert (seconds[long], seconds[auto]) == (180, 135)


def test_what_is_free_has_no_quote():
    assert str(quotes.film(make_task())) == ""


def test_of_a_film_that_is_partly_free_only_the_rest_is_named():
    task = make_task(channel=paid_channel(providers={"videos": "kling"}))

    assert str(quotes.film(task)) == "about $0.84: 2 clips"


def test_a_storyboard_is_named_where_it_is_all_there_is_to_pay():
    task = make_task(channel=paid_channel(providers={"plan": "gemini"}))

    assert str(quotes.film(task)).endswith(": storyboard")


def test_what_is_made_already_costs_nothing_more():
    task = film_at(Status.DRAFT, channel=paid_channel())
    for clip in task.clips.filter(kind__in=("image", "composite")):
        make_take(clip)
    make_take(task.clips.get(kind="video", number=1))

    assert quotes.film(task).parts == "1 clip + audio"


def test_a_storyboard_that_is_there_is_priced_word_by_word():
    task = make_storyboard(make_task(Status.AUDIO_READY, channel=paid_channel(providers={"narration": "elevenlabs"})))
    Clip.objects.filter(kind="narration").update(prompt="x" * 1_000)

    assert quotes.again(task, [("narration", 1)]).usd == Decimal("0.10")


@pytest.mark.parametrize(
    ("status", "parts"),
    [
        (Status.ASSETS_READY, "2 clips"),
        (Status.VIDEO_READY, "audio"),
        (Status.AUDIO_READY, ""),
        (Status.FINAL_REVIEW, ""),
        (Status.GENERATING_VIDEO, ""),
    ],
)
def test_a_gate_says_what_passing_it_starts(status, parts):
    assert quotes.stage(paid_film(status)).parts == parts


def test_a_gate_that_nobody_guards_is_passed_in_the_quote_too():
    task = paid_film(Status.ASSETS_READY, gates={"videos": "auto"})

    assert quotes.stage(task).parts == "2 clips + audio"


def test_making_a_picture_again_makes_again_what_was_made_from_it():
    task = paid_film(Status.FINAL_REVIEW)

    assert quotes.again(task, [("image", 1)]).parts == "1 image + 2 clips"
    assert str(quotes.again(task, [("video", 1)])) == "about $0.42: 1 clip"


def test_what_is_spent_and_what_is_promised_is_not_left():
    task = paid_film(Status.VIDEO_READY, budget={"per_month_usd": 10})
    attempt = Attempt.objects.filter(clip__task=task).first()
    Cost.objects.create(task=task, attempt=attempt, channel=task.channel, service="kling", component="x", usd=4)

    quote = quotes.stage(task)

    assert quote.left == Decimal(6)
    assert not quote.is_over


def test_a_budget_that_will_not_last_is_known():
    assert quotes.film(make_task(channel=paid_channel(budget={"per_month_usd": 0.5}))).is_over


def test_a_price_that_changes_changes_the_quote():
    Price.objects.filter(unit="seconds").update(usd=1)

    assert quotes.film(make_task(channel=paid_channel(providers={"videos": "kling"}))).usd == 20


def test_a_broken_storyboard_or_a_provider_that_nobody_knows_gives_no_quote():
    task = paid_film(Status.ASSETS_READY)
    (task.project.root / task.clips.get(kind="storyboard").selected.path).write_text("{")
    channel = paid_channel()
    channel.config["providers"]["videos"] = "nobody"
    channel.save()

    assert str(quotes.stage(task)) == ""
    assert "clip" not in str(quotes.film(make_task(channel=channel)))


def test_a_quote_takes_few_queries_however_large_the_film(django_assert_num_queries):
    task = paid_film(Status.ASSETS_READY, budget={"per_month_usd": 10})
    task = Task.objects.select_related("channel").get(pk=task.pk)

    with django_assert_num_queries(6):  # clips, attempts, prices; spent, and twice reserved
        quotes.stage(task)


def test_the_typical_storyboard_has_places_for_half_of_its_images():
    estimate = quotes.Estimate(make_task(channel=paid_channel(format={"assets": 22})))

    sizes = [image_size(estimate.plan, n) for n in range(1, 23)]

    assert sizes.count("2K") == 11
