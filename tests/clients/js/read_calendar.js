// Reads a calendar from standard input with ical.js and writes what it found as JSON.
import { readFileSync } from "node:fs";

import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf-8")));
const text = (part, name) => part.getFirstPropertyValue(name)?.toString() ?? null;

const events = calendar.getAllSubcomponents("vevent").map((part) => {
  const event = new ICAL.Event(part);
  return {
    uid: event.uid,
    title: event.summary,
    description: event.description,
    location: event.location,
    contact: text(part, "contact"),
    categories: part.getFirstProperty("categories")?.getValues() ?? [],
    url: text(part, "url"),
    sequence: event.sequence,
    status: text(part, "status"),
    starts: event.startDate.toString(),
    // ical.js gives an event without an end the one that section 3.6.1 gives it.
    ends: event.endDate.toString(),
    hasEnd: part.hasProperty("dtend"),
    isDay: event.startDate.isDate,
  };
});
const told = { name: text(calendar, "name"), refresh: text(calendar, "refresh-interval"), events };
process.stdout.write(JSON.stringify(told));
