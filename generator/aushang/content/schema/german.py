"""German words where the files' English ones are due: “did you mean “new”?” for `neu`."""

from collections.abc import Collection

from aushang.model.addresses import slugify
from aushang.model.similar import nearest

MEANT = {
    # keys of posts, pages and questions
    "title": "titel ueberschrift",
    "type": "typ art",
    "published": "veroeffentlicht veroeffentlichung erschienen",
    "summary": "zusammenfassung kurzfassung vorspann",
    "updated": "geaendert korrigiert aktualisiert",
    "starts": "beginn beginnt start ab von",
    "ends": "ende endet bis",
    "next_update": "naechste-meldung naechste-nachricht naechstes-update",
    "services": "angebote leistungen dienste bereiche",
    "locations": "orte standorte studios",
    "effect": "wirkung auswirkung",
    "contact": "kontakt ansprechpartner ansprechpartnerin ansprechperson",
    "updates": "aktualisierungen nachtraege",
    "tags": "schlagworte schlagwoerter stichworte stichwoerter",
    "links": "verweise",
    "pin": "angeheftet anheften oben",
    "draft": "entwurf",
    "redirects": "weiterleitungen umleitungen",
    "ignore": "ignorieren",
    "order": "reihenfolge",
    "menu": "menue",
    "question": "frage",
    "answered": "beantwortet stand",
    # keys of updates, prices and what is let pass
    "at": "am um zeit",
    "status": "stand zustand",
    "prices": "preise",
    "for": "fuer",
    "old": "alt bisher vorher",
    "new": "neu kuenftig",
    "per": "pro je",
    "from": "ab von seit gueltig-ab",
    "fees": "gebuehren kosten",
    "amount": "betrag",
    "minimum_term": "laufzeit mindestlaufzeit vertragslaufzeit",
    "reason": "grund",
    "until": "bis",
    # keys of places and people
    "address": "adresse anschrift",
    "street": "strasse",
    "postcode": "plz postleitzahl",
    "city": "ort stadt",
    "country": "land",
    "phone": "telefon telefonnummer tel",
    "email": "mail e-mail",
    "hours": "zeiten oeffnungszeiten sprechzeiten",
    "special_hours": "sonderzeiten sonderoeffnungszeiten",
    "holidays": "feiertage",
    "days": "tage",
    "date": "datum tag",
    "region": "bundesland",
    "role": "rolle funktion",
    "answers_within": "antwortet-in antwortet-binnen antwortzeit",
    # values
    "reopening": "wiedereroeffnung oeffnung",
    "closure": "schliessung",
    "disruption": "stoerung",
    "maintenance": "wartung",
    "availability": "verfuegbarkeit",
    "price": "preis preisaenderung",
    "news": "neuigkeit neuigkeiten neues nachricht",
    "open": "offen geoeffnet",
    "restricted": "eingeschraenkt",
    "full": "voll ausgebucht",
    "closed": "geschlossen zu",
    "identified": "erkannt",
    "monitoring": "beobachtet",
    "resolved": "behoben geloest",
    "withdrawn": "zurueckgezogen",
    "once": "einmal einmalig",
    "piece": "stueck",
    "visit": "besuch",
    "hour": "stunde",
    "day": "tag",
    "week": "woche",
    "4 weeks": "4-wochen vier-wochen",
    "month": "monat",
    "quarter": "quartal vierteljahr",
    "half-year": "halbjahr",
    "year": "jahr",
    "footer": "fuss fusszeile",
    "none": "kein keins keine",
}
"""English → German words, as `slugify` spells them. Only what stands in one place is guessed."""


def meant(word: str, known: Collection[str]) -> str:
    """The one of `known` that `word` says in German or misspells; empty if there is doubt."""
    spelt = slugify(word)
    german = [one for one in known if spelt in MEANT.get(one, "").split()] if spelt else []
    return german[0] if len(german) == 1 else nearest(word, known)


def did_you_mean(word: str, known: Collection[str]) -> str:
    """“did you mean “x”?” or nothing."""
    found = meant(word, known)
    return f"did you mean “{found}”?" if found else ""
