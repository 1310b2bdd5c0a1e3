"""What each sort of gathering adds to figures, and what it must say for that."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Feeds:
    """What a gathering adds: itself once, its people, its employers once each; what it must say, which employers it is of.

    `enterprises`: only those, only the others, or (None) both.
    """

    each: str = ""
    people: str = ""
    employers: str = ""
    needs: tuple[str, ...] = ()
    enterprises: bool | None = None

    @property
    def at_employers(self) -> bool:
        return bool(self.employers)


DIALOGUES = "representation.enterprises_with_dialogue"
ONLINE = "digital.online_meetings"
MEETINGS, PAPERLESS = "digital.papers_and_meetings", "digital.papers_and_meetings_digitised"
REACHED = "propaganda.people_reached"
FEEDS = {
    "staff_conference": Feeds(employers="representation.staff_conferences", enterprises=False),
    "workers_conference": Feeds(employers="representation.workers_conferences", enterprises=True),
    "propaganda": Feeds("propaganda.sessions", "propaganda.attendance", needs=("topic", "attendance")),
    "law_round": Feeds("propaganda.law_rounds", needs=("round",)),
    "meeting": Feeds("conferences.meetings", "conferences.attendance", needs=("meeting",)),
    "women": Feeds("women.meetings"),
    "tet_reunion": Feeds("care.tet_reunions", "care.tet_reunion_attendance", needs=("attendance",)),
    "union_meal": Feeds(people="care.union_meals", needs=("attendance",)),
    "dialogue": Feeds("representation.periodic_dialogues", employers=DIALOGUES),
    "dialogue_asked": Feeds("representation.ad_hoc_dialogues", employers=DIALOGUES),
    "leaders_dialogue": Feeds("representation.leaders_dialogues"),
    "safety_training": Feeds("representation.safety_trainings"),
}
