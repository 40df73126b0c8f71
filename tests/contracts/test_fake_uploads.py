"""The fake hosts for pictures, KIE's own and catbox, take uploads as the real ones do."""

import pytest

from tests.contracts.calling import Caller, ask, multipart, picture
from tests.fakes import Fakes, faults


def test_a_picture_is_uploaded_as_a_form(fakes: Fakes, call: Caller):
    body, headers = multipart(file=("scene.png", picture()), uploadPath="images/films", fileName="scene-7.png")

    data = ask(f"{fakes.kie.upload_url}/api/file-stream-upload", body, headers=call.kie | headers).json["data"]

    assert data["filePath"] == "images/films/scene-7.png"
    assert ask(data["downloadUrl"]).body == picture()


def test_a_picture_is_fetched_from_an_address(fakes: Fakes, call: Caller):
    asked = {"fileUrl": call.upload("first.png"), "uploadPath": "images", "fileName": "second.png"}

    answer = ask(f"{fakes.kie.upload_url}/api/file-url-upload", asked, headers=call.kie)

    assert ask(answer.json["data"]["downloadUrl"]).body == picture()


@pytest.mark.parametrize("folder", ["", "/images", "images/"])
def test_an_upload_needs_a_plain_folder(fakes: Fakes, call: Caller, folder: str):
    body, headers = multipart(file=("scene.png", picture()), uploadPath=folder)

    answer = ask(f"{fakes.kie.upload_url}/api/file-stream-upload", body, headers=call.kie | headers)

    assert answer.status == 400
    assert answer.json["success"] is False


@pytest.mark.parametrize("agent", ["", "python-requests/2.32", "Python-urllib/3.11"])
def test_an_odd_user_agent_is_turned_away(fakes: Fakes, call: Caller, agent: str):
    answer = ask(f"{fakes.kie.upload_url}/api/file-base64-upload", {}, headers=call.kie | {"User-Agent": agent})

    assert (answer.status, answer.body) == (403, b"error code: 1010")


def test_an_upload_with_a_wrong_key_is_refused(fakes: Fakes):
    answer = ask(f"{fakes.kie.upload_url}/api/file-base64-upload", {}, headers={"Authorization": "Bearer wrong"})

    assert answer.status == 401
    assert answer.json["msg"] == "Authentication failed: Invalid API Key"


def test_uploads_are_not_taken_by_the_other_host(fakes: Fakes, call: Caller):
    assert ask(f"{fakes.kie.url}/api/file-base64-upload", {}, headers=call.kie).status == 404


def test_a_name_that_is_used_twice_serves_the_old_file(fakes: Fakes, call: Caller):
    first = call.upload("same.png")
    body, headers = multipart(file=("same.png", picture("JPEG")), uploadPath="images")

    ask(f"{fakes.kie.upload_url}/api/file-stream-upload", body, headers=call.kie | headers)

    assert ask(first).body == picture()


def test_catbox_gives_an_address_that_kie_can_fetch(fakes: Fakes, call: Caller):
    body, headers = multipart(reqtype="fileupload", fileToUpload=("scene.png", picture()))

    answer = ask(fakes.catbox.api_url, body, headers=headers)

    assert answer.headers["content-type"] == "text/plain"
    assert ask(answer.body.decode()).body == picture()
    assert call.create(url=answer.body.decode()).json["code"] == 200


@pytest.mark.parametrize("fault", faults.catbox.ALL)
def test_catbox_fails_without_an_address(fakes: Fakes, fault: faults.Fault):
    fakes.catbox.then(fault)
    body, headers = multipart(reqtype="fileupload", fileToUpload=("scene.png", picture()))

    answer = ask(fakes.catbox.api_url, body, headers=headers)

    assert not answer.body.startswith(b"http")


def test_catbox_says_with_a_success_that_a_request_is_wrong(fakes: Fakes):
    body, headers = multipart(reqtype="something")

    answer = ask(fakes.catbox.api_url, body, headers=headers)

    assert (answer.status, answer.body) == (200, b"No request type given.")
