#!/usr/bin/env python3
"""Runs the image as an operator would, against the strict Bot API server: it answers, stops, and comes back whole.

Usage: TARIKH_TEST_BOTAPI=FOLDER image_scenarios.py IMAGE
"""
import io
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time

sys.path.insert(0, os.environ["TARIKH_TEST_BOTAPI"])
from client import Lab, free_port, proc_stat  # noqa: E402

PROJECT = pathlib.Path(__file__).parent.parent
NAME = f"tarikh-ci-{os.getpid()}"
USER = 10001
QUESTION = "When did the Alash Autonomy end?"
HARDENED = ["--read-only", "--cap-drop", "ALL", "--security-opt", "no-new-privileges",
            "--memory", "64m", "--memory-swap", "64m", "--health-interval", "1s"]


def check(what, holds, detail=""):
    if not holds:
        raise AssertionError(f"{what}: {detail}")


def measured(what, value):
    print(f"measured: {what}: {value}", flush=True)


def command(*words, **more):
    return subprocess.run(words, check=True, capture_output=True, **more).stdout


def docker(*words):
    return command("docker", *words).decode().strip()


def inspect(container, what):
    return docker("inspect", "--format", "{{%s}}" % what, container)


def log(container):
    done = subprocess.run(["docker", "logs", container], capture_output=True, check=True)
    return (done.stdout + done.stderr).decode()


def comes(what, seconds, holds):
    end = time.monotonic() + seconds
    while not holds():
        check(what, time.monotonic() < end, f"not within {seconds} s")
        time.sleep(0.1)


def seconds_of(action):
    start = time.monotonic()
    action()
    return round(time.monotonic() - start, 2)


class Stage:
    """A Bot API server and the containers beside it; everything that was started goes away in the end."""

    def __init__(self, lab, image):
        self.lab, self.image, self.port, self.containers = lab, image, free_port(), []

    def run(self, *options, api=None, network="host", volume=f"{NAME}:/data"):
        """A container without rights, on the volume of this run; the server is called by its name."""
        api = api or self.lab.api.replace("127.0.0.1", "localhost")
        settings = {"TELOXIDE_TOKEN": self.lab.token, "TELOXIDE_API_URL": api, "TARIKH_LOG": "debug",
                    "TARIKH_OPS_LISTEN": f"127.0.0.1:{self.port}"}
        environment = [word for name, value in settings.items() for word in ("--env", f"{name}={value}")]
        self.containers.append(docker("run", "--detach", "--network", network, "--volume", volume,
                                      *HARDENED, *environment, *options, self.image))
        return self.containers[-1]

    def polls(self, start):
        """Does what starts the bot, and returns when it has asked for updates."""
        before = self.lab.get("state")["polling"]["calls"]
        result = start()
        check("it polls", self.lab.post("wait", event="polling", since=before, timeout=30)["ok"])
        return result

    def close(self):
        for container in self.containers:
            docker("rm", "--force", "--volumes", container)
        subprocess.run(["docker", "volume", "rm", "--force", NAME], capture_output=True, check=False)


def holds_nothing_else(stage):
    container = docker("create", stage.image)
    stage.containers.append(container)
    files = [entry for entry in tarfile.open(fileobj=io.BytesIO(command("docker", "export", container)))
             if entry.isreg() and entry.size]
    check("the binary is all there is", [file.name for file in files] == ["usr/local/bin/tarikh"], files)
    version = docker("run", "--rm", stage.image, "--version").split()[-1]
    label = inspect(stage.image, 'index .Config.Labels "org.opencontainers.image.version"')
    check("the label says the version", label == version, (label, version))
    measured("size of the binary, bytes", files[0].size)


def answers(stage):
    container = stage.polls(stage.run)
    stage.lab.user(1, first_name="Ann", language_code="en", started=True)
    answer = stage.lab.ask(1, QUESTION)
    check("an answer", answer and "5 March 1920" in answer["text"], answer)
    comes("it is healthy", 20, lambda: inspect(container, ".State.Health.Status") == "healthy")
    docker("exec", container, "tarikh", "health")
    kept = tarfile.open(fileobj=io.BytesIO(command("docker", "cp", f"{container}:/data", "-"))).getmembers()
    check("what is kept belongs to the user", kept and all(entry.uid == USER for entry in kept), kept)
    check("nothing is written elsewhere", not docker("diff", container), docker("diff", container))
    return container


def stays_small(stage, container):
    questions = [QUESTION, "kad beidzās Alašas autonomija?", "Хто був головою уряду?", "qwerty", "/help", "/sources"]
    stage.lab.post("load", messages=600, chats=60, texts=questions, languages=["en", "lv", "uk", "ru", "kk"])
    comes("600 answers", 60, lambda: stage.lab.get("load")["done"] == 600)
    memory = proc_stat(int(inspect(container, ".State.Pid")))
    measured("memory after 600 questions of 60 chats, MiB", f"{memory['VmRSS']} (at most {memory['VmHWM']})")
    check("memory suffices", inspect(container, ".State.OOMKilled") == "false")


def stops_and_starts(stage, container):
    taken = seconds_of(lambda: docker("stop", "--time", "15", container))
    measured("docker stop, seconds", taken)
    check("it stops by itself, in time", taken < 10 and inspect(container, ".State.ExitCode") == "0", taken)
    stage.polls(lambda: docker("start", container))
    check("it answers again", stage.lab.ask(1, QUESTION))


def loses_nothing(stage, container):
    """Replies hang, the questions are kept, the container dies; another one on the same volume answers them all."""
    for end in ("kill", "stop"):
        stage.lab.reset(keep_config=True, keep_bot=True)
        stage.lab.fault("hang", 1000, seconds=60, method="sendMessage")
        people = range(100, 140)
        for person in people:
            stage.lab.user(person, first_name="Ann", language_code="en", started=True)
        asked = [stage.lab.say(person, QUESTION)["id"] for person in people]
        comes("the questions are taken", 20, lambda: all(stage.lab.get(f"actions/{id}")["confirmed"] for id in asked))
        docker(end, container)
        check("nothing was answered", not any(stage.lab.get(f"actions/{id}").get("replied") for id in asked))
        docker("rm", container)
        stage.containers.remove(container)
        stage.lab.clear_faults()
        container = stage.polls(stage.run)
        comes(f"all answers after docker {end}", 30,
              lambda: all(stage.lab.get(f"actions/{id}").get("replied") for id in asked))
        replies = [sum(bool(message["_by_bot"]) for message in stage.lab.messages(person)) for person in people]
        check("one answer each", set(replies) == {1}, replies)
    return container


def runs_once(stage):
    second = stage.run()
    comes("a second one on the same volume ends", 30, lambda: inspect(second, ".State.Running") == "false")
    check("it says why", inspect(second, ".State.ExitCode") == "3" and "another tarikh" in log(second), log(second))


def finds_names(stage):
    """Containers of one network know each other by name; whom nobody knows is waited for."""
    docker("network", "create", NAME)
    try:
        waiting = stage.run("--name", NAME, "--env", "TARIKH_OPS_LISTEN=0.0.0.0:9464",
                            network=NAME, volume="/data", api="http://nobody.invalid")
        comes("it waits", 20, lambda: "cannot be reached" in log(waiting))
        asking = stage.run(network=NAME, volume="/data", api=f"http://{NAME}:9464")
        comes("the name is found", 20, lambda: inspect(asking, ".State.Running") == "false")
        check("what answers there is no Bot API", inspect(asking, ".State.ExitCode") in "12", log(asking))
        taken = seconds_of(lambda: docker("stop", "--time", "15", waiting))
        check("it stops while it waits", taken < 5 and inspect(waiting, ".State.ExitCode") == "0", taken)
    finally:
        for container in stage.containers[-2:]:
            docker("rm", "--force", "--volumes", container)
            stage.containers.remove(container)
        docker("network", "rm", NAME)


def composed(stage):
    """compose.yaml itself: secret, volume, health, and the same container made anew."""
    compose = next((words for words in (["docker", "compose"], ["docker-compose"]) if shutil.which(words[0])
                    and subprocess.run([*words, "version"], capture_output=True, check=False).returncode == 0), None)
    if not compose:
        print("skipped: compose.yaml (no docker compose)", flush=True)
        return
    with tempfile.TemporaryDirectory() as folder:
        token = pathlib.Path(folder, "token")
        token.write_text(stage.lab.token + "\n", encoding="utf-8")
        token.chmod(0o400)
        os.chown(token, USER, USER)
        environment = os.environ | {
            "COMPOSE_PROFILES": "polling", "COMPOSE_PROJECT_NAME": NAME, "TARIKH_IMAGE": stage.image,
            "TARIKH_TOKEN_FILE": str(token), "TELOXIDE_API_URL": stage.lab.api,
            "TARIKH_OPS_LISTEN": f"127.0.0.1:{stage.port}"}
        files = ["--file", PROJECT / "compose.yaml", "--file", PROJECT / ".ci/compose.yaml"]
        call = lambda *words: command(*compose, *files, *words, env=environment).decode().strip()
        try:
            stage.lab.user(1, first_name="Ann", language_code="en", started=True)
            for _ in range(2):
                stage.polls(lambda: call("up", "--detach", "--no-build"))
                check("an answer", stage.lab.ask(1, QUESTION))
                comes("it is healthy", 60, lambda: inspect(call("ps", "--quiet"), ".State.Health.Status") == "healthy")
                taken = seconds_of(lambda: call("down"))
                check("it stops in time", taken < 15, taken)
        finally:
            call("down", "--volumes")


def main(image):
    with Lab.spawn("--strict", "--no-flood") as lab:
        stage = Stage(lab, image)
        try:
            holds_nothing_else(stage)
            container = answers(stage)
            print("ok answers, healthy, writes only what it keeps", flush=True)
            stays_small(stage, container)
            stops_and_starts(stage, container)
            container = loses_nothing(stage, container)
            print("ok stops, starts, loses nothing", flush=True)
            runs_once(stage)
            docker("stop", "--time", "15", container)
            finds_names(stage)
            print("ok runs once, finds names", flush=True)
            composed(stage)
            check("nothing that Telegram would not like", not lab.violations(), lab.violations())
            print("ok compose.yaml", flush=True)
        finally:
            stage.close()


if __name__ == "__main__":
    main(sys.argv[1])
