"""An invented directory, and questions about it with the answer that should come first."""

from typing import Any

from chatbot.resources.model import Facts, Resource, Topic

DIRECTORY = """
    Lantern Legal Aid | legal | Framingham | MetroWest | Portuguese, Spanish, English | asylum and work permits
    Harbor Immigration Law | legal bond | Boston | Massachusetts | Spanish, Haitian Creole | bond hearings
    Bay Street Advocates | legal | Worcester | Worcester County | Spanish, English |
    Northgate Lawyers | legal | Lowell | Merrimack Valley | Portuguese, Khmer |
    Open Door Line | legal urgent | | nationwide | English, Spanish | day and night, by telephone
    Oak Tree Food Shelf | food | Natick | MetroWest | Portuguese, Spanish | Tuesdays, bring a bag
    Mill Pantry | food | Lawrence | | Spanish | diapers too
    Good Table | food | Boston | Greater Boston | Haitian Creole, English |
    Bridge Health Center | health mind | Framingham | | Portuguese, Spanish, English | walk-in
    Harbor Clinic | health | East Boston | | Spanish |
    Quiet Room | mind | Cambridge | Greater Boston | English, Haitian Creole | therapy for newcomers
    Roof and Key | housing money | Worcester | | English, Spanish | rent help
    Lighthouse Shelter | housing safety | Lynn | North Shore | Spanish, Khmer |
    Tenants Together | housing | Boston | Massachusetts | Spanish | against eviction
    First Words | english | Marlborough | MetroWest | Portuguese | evenings
    Speak Up School | english school | Boston | Greater Boston | Haitian Creole |
    New Citizens Project | citizenship | Boston | Massachusetts | Spanish, Portuguese |
    Fair Pay Center | work | Brockton | South Shore | Cape Verdean Creole, Haitian Creole | unpaid wages
    Hands at Work | work | Framingham | | Portuguese | day labourers
    Village Wheels | rides | Hyannis | Cape Cod | Portuguese, English | to courts and clinics
    Safe Steps | safety | Springfield | Pioneer Valley | Spanish |
    Paper Trail | papers | Somerville | Greater Boston | Portuguese, Haitian Creole | translations, consulate letters
    Freedom Fund | bond | | Massachusetts | Spanish | pays bonds
    Saint Brigid Parish | faith food | Framingham | | Portuguese | mass on Sundays
    Little Steps Childcare | school | Lynn | | Spanish |
    Court Date Line | court | | nationwide | English, Spanish | hearing dates
    Neighbors Rising | advocacy | Worcester | Central Massachusetts | Spanish |
    Watch and Warn | urgent | Chelsea | Greater Boston | Spanish | know your rights
    Emergency Rent Fund | money | Framingham | MetroWest | Portuguese |
    Brooklyn Bridge Law | legal | Brooklyn | New York | Spanish, Haitian Creole |
"""

LABELLED = """
    legal help in Portuguese near Framingham | Lantern Legal Aid
    advogado em framingam | Lantern Legal Aid
    abogdo en framinham | Lantern Legal Aid
    avoka toupre Boston ki pale kreyòl | Harbor Immigration Law
    immigration lawyer lowell portugese | Northgate Lawyers
    lawyer in Worcester | Bay Street Advocates
    ajuda jurídica em português Lowell | Northgate Lawyers
    èd legal nan boston | Harbor Immigration Law
    legal springfield | Harbor Immigration Law
    abogado brooklyn | Brooklyn Bridge Law
    asylum framingham | Lantern Legal Aid
    harbor imigration law | Harbor Immigration Law
    food near natick | Oak Tree Food Shelf
    comida en Lawrence | Mill Pantry
    cesta básica perto de Framingham | Saint Brigid Parish
    manje nan Boston kreyol | Good Table
    despensa de alimentos lawrance | Mill Pantry
    pañales lawrence | Mill Pantry
    food pantry diapers | Mill Pantry
    doctor framingham portuguese | Bridge Health Center
    clinica en East Boston | Harbor Clinic
    médico em framinghan | Bridge Health Center
    doktè boston | Harbor Clinic
    terapia cambridge | Quiet Room
    sante mantal kreyòl | Quiet Room
    saúde mental framingham | Bridge Health Center
    rent help worcester | Roof and Key
    aluguel framingham | Emergency Rent Fund
    ayuda con la renta en worcster | Roof and Key
    shelter lynn | Lighthouse Shelter
    albergue en Lynn | Lighthouse Shelter
    desalojo boston | Tenants Together
    eviction | Tenants Together
    english classes marlboro | First Words
    aulas de inglês marlborough | First Words
    clases de ingles en boston | Speak Up School
    kou anglè Boston | Speak Up School
    citizenship in spanish | New Citizens Project
    cidadania | New Citizens Project
    ciudadanía boston | New Citizens Project
    unpaid wages brockton | Fair Pay Center
    emprego framingham | Hands at Work
    travay brockton | Fair Pay Center
    ride cape cod | Village Wheels
    carona hyannis | Village Wheels
    violencia domestica springfield | Safe Steps
    domestic violence springfeld | Safe Steps
    consulado somerville | Paper Trail
    tradução somerville | Paper Trail
    tradiksyon somerville | Paper Trail
    fianza | Freedom Fund
    bond fund | Freedom Fund
    kosyon | Freedom Fund
    iglesia framingham | Saint Brigid Parish
    gadri lynn | Little Steps Childcare
    guardería en Lynn | Little Steps Childcare
    hearing date | Court Date Line
    fecha de corte | Court Date Line
    conoce tus derechos chelsea | Watch and Warn
    la migra chelsea | Watch and Warn
    neighbors rising | Neighbors Rising
    nieghbors rising | Neighbors Rising
    quiet room | Quiet Room
    lanterm legal | Lantern Legal Aid
    where can I find an attorney who speaks spanish in worcester | Bay Street Advocates
    necesito un abogado en Boston | Harbor Immigration Law
    preciso de advogado perto de Natick | Lantern Legal Aid
    mwen bezwen yon avoka nan Boston | Harbor Immigration Law
    work permit help marlborough portuguese | Lantern Legal Aid
    khmer lawyer | Northgate Lawyers
    free legal advice hotline at night | Open Door Line
    groceries framingham | Saint Brigid Parish
    banco de alimentos en natick | Oak Tree Food Shelf
    bank manje boston | Good Table
    food for haitian family in boston | Good Table
    pantry lawrnce | Mill Pantry
    hospital east boston spanish | Harbor Clinic
    counseling for trauma, haitian creole | Quiet Room
    psicólogo em framingham | Bridge Health Center
    lopital boston | Harbor Clinic
    apartment lynn | Lighthouse Shelter
    vivienda en worcester | Roof and Key
    moradia worcester | Roof and Key
    lojman boston | Tenants Together
    abrigo lynn | Lighthouse Shelter
    inglés marlborough | First Words
    ESOL boston creole | Speak Up School
    become a citizen boston | New Citizens Project
    naturalização em boston | New Citizens Project
    sitwayènte | New Citizens Project
    robo de salario brockton | Fair Pay Center
    jobs for portuguese speakers framingham | Hands at Work
    bus to court hyanis | Village Wheels
    transporte cape cod | Village Wheels
    abuse springfield spanish | Safe Steps
    vyolans domestik springfield | Safe Steps
    pasaporte somerville | Paper Trail
    birth certificate translation | Paper Trail
    bail money | Freedom Fund
    fiança | Freedom Fund
    church in framingham | Saint Brigid Parish
    igreja brasileira framingham | Saint Brigid Parish
    daycare lynn | Little Steps Childcare
    escuela lynn | Little Steps Childcare
    immigration court date | Court Date Line
    tribinal imigrasyon | Court Date Line
    ICE raid chelsea | Watch and Warn
    ICE is here who do I call chelsea | Watch and Warn
    redada en chelsea | Watch and Warn
    volunteer in worcester | Neighbors Rising
    oak tree | Oak Tree Food Shelf
    lighthose sheltr | Lighthouse Shelter
    st brigid | Saint Brigid Parish
    brazilian lawyer framingham | Lantern Legal Aid
    abogada de inmigración en Lowel | Northgate Lawyers
"""


def resource(number: int, name: str, topics: str, **facts: Any) -> Resource:
    """An entry with these facts and no others."""
    texts = ("town", "serves", "languages", "phone", "email", "website", "address", "hours", "cost", "notes")
    read = tuple(Topic(topic) for topic in topics.split())
    return Resource(
        id=number,
        team_id="T1",
        code=f"W{100 + number}",
        facts=Facts(name=name, topics=read, **{**dict.fromkeys(texts, ""), **facts}),
        is_sample=False,
        checked_on=None,
        checked_by="",
        is_archived=False,
    )


def directory() -> list[Resource]:
    """The invented directory."""
    return [
        resource(number, name, topics, town=town, serves=serves, languages=languages, notes=notes)
        for number, (name, topics, town, serves, languages, notes) in enumerate(_rows(DIRECTORY), 1)
    ]


def labelled() -> list[tuple[str, str]]:
    """Each question with the name that should come first."""
    return [(question, answer) for question, answer in _rows(LABELLED)]


def _rows(text: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
