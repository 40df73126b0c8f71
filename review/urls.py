"""The addresses that people use."""

from django.urls import path

from review import (
    audit_pages,
    board,
    bulk,
    captions,
    colours,
    decisions,
    gate_pages,
    inbox,
    media,
    orders,
    passwords,
    people,
    task_pages,
    thumbs,
)

app_name = "review"

urlpatterns = [
    path("", board.board, name="board"),
    path("bulk/", bulk.bulk, name="bulk"),
    path("inbox/", inbox.inbox, name="inbox"),
    path("inbox/count/", inbox.count, name="inbox_count"),
    path("tasks/<uuid:task_id>/", task_pages.task, name="task"),
    path("tasks/<uuid:task_id>/review/", gate_pages.gate, name="gate"),
    path("tasks/<uuid:task_id>/review/approve/", decisions.approve, name="approve"),
    path("tasks/<uuid:task_id>/review/reject/", decisions.reject, name="reject"),
    path("tasks/<uuid:task_id>/clips/<str:clip>/again/", decisions.regenerate, name="regenerate"),
    path("tasks/<uuid:task_id>/clips/<str:clip>/remark/", decisions.remark, name="remark"),
    path("tasks/<uuid:task_id>/clips/<str:clip>/take/", decisions.pick_take, name="pick_take"),
    path("tasks/<uuid:task_id>/queue/", decisions.queue, name="queue"),
    path("tasks/<uuid:task_id>/retry/", decisions.retry, name="retry"),
    path("tasks/<uuid:task_id>/cancel/", decisions.cancel, name="cancel"),
    path("tasks/<uuid:task_id>/mend/", orders.mend, name="mend"),
    path("tasks/<uuid:task_id>/idea/", orders.reword, name="reword"),
    path("tasks/<uuid:task_id>/orders/", orders.settle, name="settle"),
    path("tasks/<uuid:task_id>/audit/", audit_pages.audit, name="audit"),
    path("tasks/<uuid:task_id>/audit/trail.<str:form>", audit_pages.download, name="audit_file"),
    path("services/<str:name>/resume/", orders.resume_service, name="resume_service"),
    path("people/", people.people, name="people"),
    path("people/invite/", people.invite, name="invite"),
    path("people/<int:person_id>/role/", people.change_role, name="change_role"),
    path("people/<int:person_id>/switch/", people.switch, name="switch"),
    path("people/<int:person_id>/link/", people.new_link, name="new_link"),
    path("invitation/<uidb64>/<token>/", passwords.Invitation.as_view(), name="invitation"),
    path("password/", passwords.OwnPassword.as_view(), name="password"),
    path("password/forgotten/", passwords.Forgotten.as_view(), name="forgotten"),
    path("media/<path:path>", media.media, name="media"),
    path("thumbs/<path:path>", thumbs.thumb, name="thumb"),
    path("colours.css", colours.colours, name="colours"),
    path("captions/<path:path>", captions.captions, name="captions"),
]
