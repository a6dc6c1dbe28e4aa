/* <aushang-status location="mitte" service="sauna" lang="de">: what holds now, on any website.

   The files of this folder are joined, in the order of their names, to embed/aushang.js: a function
   of its own, so that no name of it meets one of the page's. That address is for ever, and so are
   the names of its attributes, parts and properties: they stand on pages that we do not know.

   What the script says itself, in the languages that it speaks; all else comes from the site. */
const WORDS = {
  de: {
    locale: "de-DE",
    open: "Geöffnet",
    restricted: "Eingeschränkt",
    full: "Ausgebucht",
    closed: "Geschlossen",
    until: "bis ",
    through: "bis einschließlich ",
    opens: "öffnet ",
    stillOpen: "offen bis ",
    endless: "bis auf Weiteres",
    then: {
      restricted: ", dann eingeschränkt",
      full: ", dann ausgebucht",
      closed: ", dann geschlossen",
    },
    from: "ab ",
    next: "nächste Nachricht bis ",
    coming: "Angekündigt",
    nothing: "Zurzeit liegt keine Meldung vor.",
    asOf: "Stand: ",
    all: "Alle Meldungen",
    more: (number) => `, ${number} weitere`,
    failed: "Der Stand lässt sich gerade nicht auffrischen und kann überholt sein.",
    missing: "Was gerade gilt, lässt sich nicht laden.",
    time: (hour, minute) => `${hour}:${minute}\u00a0Uhr`,
    midnight: "24:00\u00a0Uhr",
  },
  en: {
    locale: "en-GB",
    open: "Open",
    restricted: "Restricted",
    full: "Fully booked",
    closed: "Closed",
    until: "until ",
    through: "until the end of ",
    opens: "opens ",
    stillOpen: "open until ",
    endless: "until further notice",
    then: {
      restricted: ", then restricted",
      full: ", then fully booked",
      closed: ", then closed",
    },
    from: "from ",
    next: "next update by ",
    coming: "Announced",
    nothing: "No notices at the moment.",
    asOf: "As of ",
    all: "All notices",
    more: (number) => `, ${number} more`,
    failed: "This cannot be refreshed at the moment and may be out of date.",
    missing: "What applies now cannot be loaded.",
    time: (hour, minute) =>
      own({ "0:00": "midnight", "12:00": "noon" }, `${hour}:${minute}`) ??
      `${hour % 12 || 12}:${minute}\u00a0${hour < 12 ? "am" : "pm"}`,
    midnight: "midnight",
  },
};

const primary = (tag) => tag.toLowerCase().split("-")[0];
const own = (object, key) => (object && Object.hasOwn(object, key) ? object[key] : undefined);
const spoken = (tag) => (own(WORDS, primary(tag)) ? primary(tag) : "en");

/* The language that a reader of this part of the page expects; perhaps none. */
const wantedAt = (element) =>
  element.closest("[lang]")?.getAttribute("lang") || document.documentElement.lang || "";

/* Of the site's languages the one that is wanted, else the first; and in which words we speak. */
function languageOf(wanted, offered) {
  const site =
    offered.find((one) => one === wanted) ??
    offered.find((one) => primary(one) === primary(wanted)) ??
    offered[0] ??
    wanted;
  return { site, ours: spoken(site) };
}
