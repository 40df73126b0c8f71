"""The addresses that people use."""

from django.urls import path

from review import board, captions, decisions, gate_pages, inbox, media, orders, task_pages, thumbs

app_name = "review"

urlpatterns = [
    path("", board.board, name="board"),
    path("inbox/", inbox.inbox, name="inbox"),
    path("tasks/<uuid:task_id>/", task_pages.task, name="task"),
    path("tasks/<uuid:task_id>/review/", gate_pages.gate, name="gate"),
    path("tasks/<uuid:task_id>/review/approve/", decisions.approve, name="approve"),
    path("tasks/<uuid:task_id>/review/reject/", decisions.reject, name="reject"),
    path("tasks/<uuid:task_id>/clips/<str:clip>/again/", decisions.regenerate, name="regenerate"),
    path("tasks/<uuid:task_id>/clips/<str:clip>/take/", decisions.pick_take, name="pick_take"),
    path("tasks/<uuid:task_id>/queue/", decisions.queue, name="queue"),
    path("tasks/<uuid:task_id>/retry/", decisions.retry, name="retry"),
    path("tasks/<uuid:task_id>/cancel/", decisions.cancel, name="cancel"),
    path("tasks/<uuid:task_id>/mend/", orders.mend, name="mend"),
    path("tasks/<uuid:task_id>/idea/", orders.reword, name="reword"),
    path("tasks/<uuid:task_id>/orders/", orders.settle, name="settle"),
    path("services/<str:name>/resume/", orders.resume_service, name="resume_service"),
    path("media/<path:path>", media.media, name="media"),
    path("thumbs/<path:path>", thumbs.thumb, name="thumb"),
    path("captions/<path:path>", captions.captions, name="captions"),
]
