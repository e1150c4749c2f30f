"""What is read does not depend on the language, the time zone and the day of the machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

SCRIPT = r"""
import datetime, json, sys

real_date, real_datetime = datetime.date, datetime.datetime
shift = datetime.timedelta(days=int(sys.argv[1]))

class Instance(type):
    def __instancecheck__(cls, item):
        return isinstance(item, cls.real)

class Date(real_date, metaclass=Instance):
    real = real_date
    today = classmethod(lambda cls: real_date.today() + shift)

class Datetime(real_datetime, metaclass=Instance):
    real = real_datetime
    now = classmethod(lambda cls, tz=None: real_datetime.now(tz) + shift)
    today = classmethod(lambda cls: real_datetime.today() + shift)
    utcnow = classmethod(lambda cls: real_datetime.now(datetime.timezone.utc).replace(tzinfo=None) + shift)

from factx.dates import find
from factx.reading import article, day_of

day_of("3 May 2017")
fakes = {real_date: Date, real_datetime: Datetime}
for name, module in list(sys.modules.items()):
    if name.partition(".")[0] in {"factx", "dateparser", "dateutil", "holidays"}:
        for key, value in list(vars(module).items()):
            if isinstance(value, type) and value in fakes:
                setattr(module, key, fakes[value])

ARTICLES = json.loads(sys.stdin.read())
found = []
for text, published, country in ARTICLES:
    item = article(text, metadata={"published": published} if published else {})
    times = find(item.text, item.published, country=country)
    found.append([item.published, item.published_from, item.dateline])
    found.append([[time.text, time.value, time.start_date, time.end_date] for time in times])
found.append([day_of(text) for text in ("3 May 2017", "May 3", "Tuesday", "23.04.2019", "2017-05-03T23:30:00-08:00")])
print(json.dumps(found))
"""
ARTICLES = [
    ("Police in Dhaka held nine men on Eid al-Fitr, Ashura and Independence Day.", "2016-09-12", "BGD"),
    ("Churches in Lviv were shelled on Christmas Day, on Easter Sunday and last Tuesday night.", "2023-01-09", "UKR"),
    ("LIMA (AP, 4 May 2018) - A bus fell into a gorge yesterday; the road stays shut until Monday.", None, "PER"),
    ("Ferry sinks\nPosted 4/5/2018 11:45 PM\nThe ferry sank two weeks ago, on 03/04/2018, off Cebu.", None, "PHL"),
    ("Two miners died on Friday, March 3. The hearing is on 5 April.", None, None),
    ("Nine were hurt today at 11 p.m. and on Diwali last year.", "2018-11-09T23:30:00-08:00", "IND"),
]
MACHINES = [
    ({"LANG": "C", "LC_ALL": "C", "TZ": "UTC"}, 0),
    ({"LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de:fr", "TZ": "Pacific/Kiritimati"}, 200),
    ({"LANG": "ar_EG.UTF-8", "LC_ALL": "", "LANGUAGE": "ar:bn:uk", "TZ": "America/Los_Angeles"}, -2000),
]


def read_on(machine: dict[str, str], days: int) -> object:
    """What a process with these settings reads, some days from now."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", SCRIPT, str(days)],
        input=json.dumps(ARTICLES),
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **machine},
        check=True,
    )
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def here() -> object:
    return read_on(*MACHINES[0])


@pytest.mark.parametrize("machine", MACHINES[1:], ids=["German, far east", "Arabic, far west"])
def test_articles_are_read_alike_everywhere(machine: tuple[dict[str, str], int], here: object) -> None:
    assert read_on(*machine) == here
