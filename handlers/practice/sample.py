"""The sample network: invented people of an invented town. Nobody here exists."""

from handlers.practice.network import Bot, Hello, Network, Person, Place, Team

TEAM = "T07RIVERSD"
NEIGHBOURS = "T08HARBORN"


def sample_network() -> Network:
    """Riverside Accompaniment Network: a few of its people, its channels, and this morning's talk."""
    return Network(
        team=Team(id=TEAM, name="Riverside Accompaniment Network", domain="riverside-accompaniment"),
        bot=Bot(app_id="A07ALONGSD", bot_id="B07ALONGSD", user_id="U07ALONGSD"),
        people=_people(),
        places=_places(),
        hellos=_hellos(),
    )


def _people() -> tuple[Person, ...]:
    return (
        Person(
            id="U07ROSA4QX",
            name="rosa",
            real_name="Rosa Benítez",
            color="9f3f52",
            is_owner=True,
            is_admin=True,
            role="Coordinator and owner of the workspace",
        ),
        Person(
            id="U07DANIEL2",
            name="daniel",
            real_name="Daniel Okafor",
            color="2f6f8f",
            role="Coordinator for the Boston court",
        ),
        Person(
            id="U07MEI8TRW",
            name="mei",
            real_name="Mei-Ling Tan",
            color="7a4fa3",
            role="Leads accompaniments, three years in",
        ),
        Person(
            id="U07ANA5PKD",
            name="ana",
            real_name="Ana Ferreira",
            color="b0652a",
            role="Volunteer, came to the last training",
        ),
        Person(
            id="U07JONAH3C",
            name="jonah",
            real_name="Jonah Whitfield",
            color="4a7c59",
            role="Volunteer, free on weekday mornings",
        ),
        Person(
            id="U07MARIE9V",
            name="marie",
            real_name="Marie Desrosiers",
            color="1f7a70",
            role="Volunteer, interprets Haitian Creole and French",
        ),
        Person(
            id="U07SAM6LNB", name="sam", real_name="Sam Abernathy", color="58606b", role="Treasurer of the bond fund"
        ),
        Person(
            id="U07RUTH7HG",
            name="ruth",
            real_name="Ruth Lindqvist",
            color="a34a7c",
            role="Host, of the First Street congregation",
        ),
        Person(
            id="U07TIAGO5B",
            name="tiago",
            real_name="Tiago Almeida",
            color="3d6b2f",
            locale="pt-BR",
            role="Volunteer, drives; his Slack is in Portuguese",
        ),
        Person(
            id="U07LUIS1ZM",
            name="luis",
            real_name="Luis Paredes",
            color="8a7a1f",
            is_restricted=True,
            locale="es-419",
            role="Guest: helps with rides, sees few channels",
        ),
        Person(
            id="U08PRIYA0J",
            name="priya",
            real_name="Priya Raman",
            color="c2552d",
            is_stranger=True,
            team_id=NEIGHBOURS,
            role="From Harbor Neighbors, another workspace",
        ),
        Person(
            id="U07OLENA3F",
            name="olena",
            real_name="Olena Hryhorenko",
            color="777777",
            deleted=True,
            role="Has left; the account is deactivated",
        ),
    )


_EVERYONE = ("rosa", "daniel", "mei", "ana", "jonah", "marie", "sam", "ruth", "tiago")


def _places() -> tuple[Place, ...]:
    return (
        Place(id="C07GENERAL", name="general", topic="Everyone in the network", members=_EVERYONE),
        Place(id="C07ANNOUNC", name="announcements", topic="News from the coordinators", members=(*_EVERYONE, "luis")),
        Place(
            id="C07BOSTON1",
            name="court-boston",
            topic="Accompaniment at the Boston immigration court",
            members=("rosa", "daniel", "mei", "ana", "jonah", "marie", "tiago", "luis"),
        ),
        Place(
            id="C07CHELMS2",
            name="court-chelmsford",
            topic="Accompaniment at the Chelmsford immigration court",
            members=("rosa", "daniel", "mei", "ana", "jonah", "marie", "ruth"),
        ),
        Place(
            id="C07CHECKIN",
            name="check-ins",
            topic="ICE and ISAP check-ins",
            members=("rosa", "daniel", "mei", "ana", "jonah", "marie", "tiago"),
        ),
        Place(id="C07BONDS3D", name="bonds", topic="Bond drives", members=("rosa", "daniel", "sam", "ana", "ruth")),
        Place(
            id="C07FIRSTST",
            name="first-street",
            topic="The First Street congregation",
            members=("rosa", "daniel", "ruth", "jonah", "marie"),
        ),
        Place(
            id="C07COORDIN",
            name="coordinators",
            kind="private",
            topic="Coordinators only",
            members=("rosa", "daniel", "mei", "sam"),
        ),
        Place(
            id="C07RESPONS",
            name="response-team",
            kind="private",
            topic="When someone has been detained",
            members=("rosa", "daniel", "mei"),
        ),
        Place(
            id="C07PARTNER",
            name="partners",
            topic="Shared with Harbor Neighbors",
            is_shared=True,
            members=("rosa", "daniel", "ana", "priya"),
        ),
        Place(id="C07RANDOM4", name="random", topic="Soup, songs, snow", with_bot=False, members=_EVERYONE),
        Place(
            id="C07WINTER3",
            name="winter-vigil",
            topic="Last winter's vigil",
            is_archived=True,
            members=("rosa", "daniel", "ana"),
        ),
    )


def _hellos() -> tuple[Hello, ...]:
    return (
        Hello(channel="general", person="rosa", minutes_ago=190, text="Good morning, all. Thank you for yesterday."),
        Hello(channel="general", person="ruth", minutes_ago=171, text="The soup pot at First Street is on until six."),
        Hello(channel="general", person="jonah", minutes_ago=166, text="I'll bring bread :bread:"),
        Hello(
            channel="court-boston",
            person="daniel",
            minutes_ago=140,
            text="Remember: fourth floor now, not the third. Give the guards a few minutes more.",
        ),
        Hello(channel="court-boston", person="mei", minutes_ago=122, text="I can take two new people along this week."),
        Hello(channel="court-boston", person="ana", minutes_ago=118, text="Me, please! Thursday works."),
        Hello(
            channel="court-chelmsford",
            person="marie",
            minutes_ago=95,
            text="Driving up from Lynn on Wednesday, one seat free.",
        ),
        Hello(channel="check-ins", person="jonah", minutes_ago=88, text="Parking by the side door is closed again."),
        Hello(channel="bonds", person="sam", minutes_ago=61, text="Two cheques arrived in the post. I'll enter them."),
        Hello(channel="coordinators", person="rosa", minutes_ago=44, text="Can someone look at next week's gaps?"),
        Hello(channel="partners", person="priya", minutes_ago=30, text="Hello from Harbor. Happy to trade drivers."),
        Hello(channel="random", person="mei", minutes_ago=12, text="First snow on the ridge."),
    )
