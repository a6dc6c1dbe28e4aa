/* What an element shows of a status.json at a time, as a box; and what of it may be told, by keys
   that stay while the thing is the same. */
const MOST = 5; // notices that hold, and as many that are announced

class Drawing {
  constructor({ data, at, failures, url, home }, element, now) {
    Object.assign(this, { data, at, url, home, now, told: new Map(), hidden: 0 });
    this.location = element.getAttribute("location");
    this.service = element.getAttribute("service");
    this.services = new Map(list(data.services).map((one) => [one.id, one]));
    this.places = list(data.locations).filter(
      (one) =>
        (!this.location || one.id === this.location) && (!this.service || this.offer(one)),
    );
    this.isPossible =
      (!this.location || this.places.length > 0) &&
      (!this.service || this.services.has(this.service));
    if (!this.isPossible) return;
    const some = this.places[0] ?? [...this.services.values()][0];
    const offered = Object.keys(some?.urls ?? list(data.notices)[0]?.texts ?? {});
    this.language = languageOf(wantedAt(element), offered);
    this.words = WORDS[this.language.ours];
    this.almanac = new Almanac(this.words, data.time_zone, now);
    this.isForeseen = now < moment(data.foreseen_until);
    this.notices = list(data.notices).filter(
      (one) =>
        (!this.places.length || this.places.some(({ id }) => has(one.locations, id))) &&
        (!this.service || has(one.services, this.service)),
    );
    this.hasFailed = failures > 0 || !this.isForeseen;
  }

  /* Views are compared by this: in another one nothing is news. */
  get view() {
    return `${this.url} ${this.location} ${this.service} ${this.language.site}`;
  }

  box() {
    const states = this.isForeseen ? this.states() : [];
    const shown = [...states, ...this.current(), ...(this.isForeseen ? this.coming() : [])];
    if (!shown.length && this.isForeseen) shown.push(make("p", {}, this.words.nothing));
    if (this.hasFailed) {
      this.told.set("failed", this.words.failed);
      shown.push(make("p", { part: "trouble" }, this.words.failed));
    }
    const about = [this.services.get(this.service), this.location && this.places[0]];
    const label = about.filter(Boolean).map((one) => this.named(one).text).join(", ");
    return make(
      "div",
      {
        class: "box",
        part: "box",
        lang: this.language.ours,
        role: label && "group",
        "aria-label": label,
      },
      shown,
      this.foot(),
    );
  }

  /* A line for each place, or for the service at each; below a single place what differs there. */
  states() {
    if (this.service) return this.ofService(this.services.get(this.service));
    const lines = this.places.map((one) => this.line("p", this.named(one), one, one));
    if (this.location) return [...lines, this.differing(this.places[0])].filter(Boolean);
    const alone = [...this.services.values()].filter((one) => one.state);
    return [...lines, ...alone.map((one) => this.line("p", this.named(one), one, one))].filter(
      Boolean,
    );
  }

  /* The service as it is at a place, where it is offered. */
  offer(place) {
    return list(place.services).find((one) => one.id === this.service);
  }

  ofService(service) {
    const what = this.named(service);
    const lines = this.places.map((place) => {
      const where = this.named(place);
      const both = make("span", {}, this.named(service).link, ", ", where.link);
      const name = { text: `${what.text} ${where.text}`, link: both };
      return this.line("p", name, this.offer(place), place);
    });
    return [this.line("p", what, service, service), ...lines].filter(Boolean);
  }

  differing(place) {
    const whole = standing(place, place, this.now);
    const lines = list(place.services).map((one) => {
      const { effect, post } = standing(one, place, this.now);
      const isSame = effect === whole.effect && (effect === "open" || post === whole.post);
      const service = this.services.get(one.id);
      return !isSame && service && this.line("li", this.named(service), one, place);
    });
    return lines.some(Boolean) && make("ul", { part: "services" }, lines);
  }

  line(tag, { text, link: name }, one, place) {
    const state = standing(one, place, this.now);
    if (!state.effect) return null;
    const said = this.said(state);
    const made = make(
      tag,
      { part: "state" },
      make("span", { class: "name" }, name),
      ": ",
      badge(state.effect, this.words),
      said.length ? " " : "",
      said,
    );
    this.told.set(`${text} ${state.effect}`, made.textContent);
    return made;
  }

  /* The words behind a badge. */
  said({ effect, post, until, next, isAnnounced }) {
    const { words, almanac } = this;
    if (Number.isNaN(until)) {
      const why = this.notices.find((one) => one.id === post);
      return effect !== "open" && why && !why.current_until ? [words.endless] : [];
    }
    if (effect === "closed" && next) return [words.opens, almanac.at(until)];
    if (effect === "full" && next === "closed") return [];
    if (effect === "restricted" && next === "closed") return almanac.until(until, words.stillOpen);
    const isOver = effect === "open" && (next !== "closed" || isAnnounced);
    return [...almanac.until(until), isOver && own(words.then, next)];
  }

  current() {
    const all = this.notices.filter((one) => holds(one, this.now));
    const items = this.first(all).map((one) => this.item(one, "now"));
    return items.length ? [make("ul", { part: "notices" }, items)] : [];
  }

  coming() {
    const begins = (one) => moment(one.current_from);
    const all = this.notices.filter((one) => begins(one) > this.now);
    all.sort((one, other) => begins(one) - begins(other));
    const items = this.first(all).map((one) => {
      const from = [this.words.from, this.almanac.at(begins(one)), ": "];
      return this.item(one, "ahead", from);
    });
    if (!items.length) return [];
    const heading = make("p", { class: "small" }, this.words.coming);
    return [heading, make("ul", { part: "announced" }, items)];
  }

  /* As many as are shown; the foot tells how many are not. */
  first(notices) {
    this.hidden += Math.max(0, notices.length - MOST);
    return notices.slice(0, MOST);
  }

  item(notice, when, before = []) {
    const { text, lang } = this.inLanguage(notice.texts);
    const title = link(text?.url, String(text?.title ?? notice.id), lang);
    const promise = moment(notice.next_update);
    this.told.set(`${notice.id} ${when}`, title.textContent);
    const isAhead = promise > this.now;
    const next = isAhead ? [" (", this.words.next, this.almanac.at(promise), ")"] : [];
    return make("li", {}, before, title, isAhead && make("span", { class: "small" }, next));
  }

  foot() {
    const { data, words } = this;
    const about = this.location ? this.places[0] : this.services.get(this.service);
    const page = own(about?.urls, this.language.site) ?? this.home;
    const more = this.hidden && !data.more_notices ? words.more(this.hidden) : "";
    const all = link(page, words.all + more);
    return make(
      "p",
      { class: "small", part: "foot" },
      words.asOf,
      this.almanac.asOf(this.at),
      " · ",
      all,
    );
  }

  named(one) {
    const { text, lang } = this.inLanguage(one.name);
    const words = String(text ?? one.id);
    return { text: words, link: link(own(one.urls, this.language.site), words, lang) };
  }

  /* A text as the reader gets it, and its language if that is not the box's. */
  inLanguage(texts) {
    const { site, ours } = this.language;
    const found = own(texts, site) === undefined ? Object.keys(texts ?? {})[0] : site;
    return { text: own(texts, found), lang: found !== ours && found };
  }
}
