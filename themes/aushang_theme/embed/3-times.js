/* Times in words, as the site's own pages tell them: in its time zone, the day only if it is not
   today. A time is in milliseconds, and no number where none is known. */
const moment = (text) => (text ? Date.parse(text) : NaN);

class Almanac {
  constructor(words, zone, now) {
    const format = (options) =>
      new Intl.DateTimeFormat(words.locale, { timeZone: zone, ...options });
    Object.assign(this, { words, now });
    this.date = format({ weekday: "short", day: "numeric", month: "long" });
    this.clock = format({ hour: "numeric", minute: "2-digit", hourCycle: "h23" });
    this.zone = format({ timeZoneName: "short" });
  }

  /* No line ends between a number and what it counts. */
  day(at) {
    return this.date.format(at).replace(/(\d\.?) /g, "$1\u00a0");
  }

  clockAt(at) {
    const parts = this.clock.formatToParts(at);
    return ["hour", "minute"].map((type) => parts.find((part) => part.type === type).value);
  }

  time(at) {
    const [hour, minute] = this.clockAt(at);
    return this.words.time(+hour, minute);
  }

  isToday(at) {
    return this.day(at) === this.day(this.now);
  }

  isMidnight(at) {
    return this.clockAt(at).every((part) => +part === 0);
  }

  /* “23:00 Uhr” of today, “Mo., 23. November, 6:00 Uhr” of another day. */
  at(at) {
    if (this.isToday(at)) return this.told(at, this.time(at));
    const day = this.day(at);
    return this.told(at, this.isMidnight(at) ? day : `${day}, ${this.time(at)}`);
  }

  /* “bis 23:00 Uhr”; a midnight is the end of the day before. */
  until(at, before = this.words.until) {
    if (!this.isMidnight(at)) return [before, this.at(at)];
    if (this.isToday(at - 1)) return [before, this.told(at, this.words.midnight)];
    const through = before === this.words.until ? this.words.through : before;
    return [through, this.told(at, this.day(at - 1))];
  }

  asOf(at) {
    const day = this.isToday(at) ? "" : `${this.day(at)}, `;
    const zone = this.zone.formatToParts(at).find((part) => part.type === "timeZoneName").value;
    return `${day}${this.time(at)} (${zone})`;
  }

  told(at, words) {
    return make("time", { datetime: new Date(at).toISOString() }, words);
  }
}
