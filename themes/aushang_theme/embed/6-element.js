/* The element, and the one request behind all that show the same status.json: no cookie, no
   storage, and nothing is asked while nobody looks. */
const NAME = "aushang-status";
const SCRIPT = document.currentScript ?? document.querySelector('script[src*="embed/aushang.js"]');
const LONGEST = 2 ** 31 - 1; // milliseconds that a timer can wait
const SHORTEST = 30_000; // between two requests, whatever the file says
const PATIENCE = 20_000; // for an answer
const SLOWEST = 16; // times the pause, after many requests that failed

class Board {
  constructor(url) {
    const home = new URL("../../", url).href; // fails where an address has no folders
    Object.assign(this, { url, home, readers: new Set(), failures: 0, asked: 0, isAsking: false });
    document.addEventListener("visibilitychange", () => this.tick());
    addEventListener("pageshow", () => this.tick());
  }

  /* Shows what holds, asks if it is time to, and waits for what comes next. */
  tick() {
    clearTimeout(this.timer);
    if (!this.readers.size || document.hidden) return;
    for (const reader of this.readers) reader.show(this);
    if (this.isAsking) return;
    const now = Date.now();
    if (now < this.asked) this.asked = 0; // the clock was put back
    const pause = Math.max(SHORTEST, 1000 * this.data?.poll_seconds || 0);
    const due = this.asked + pause * Math.min(2 ** this.failures, SLOWEST);
    if (due <= now) {
      this.ask();
      return;
    }
    const change = this.data ? nextChange(this.data, now) : due;
    this.timer = setTimeout(() => this.tick(), Math.min(due - now, change - now, LONGEST));
  }

  async ask() {
    Object.assign(this, { isAsking: true, asked: Date.now() });
    try {
      const answer = await fetch(this.url, {
        cache: "no-cache", // asks whether it is still the same, and mostly that is all
        credentials: "omit",
        referrerPolicy: "no-referrer",
        signal: AbortSignal.timeout?.(PATIENCE),
      });
      const { data } = await answer.json();
      if (!answer.ok || !Array.isArray(data.locations)) throw new TypeError(this.url);
      nextChange(data, 0); // fails where `tick` would
      Object.assign(this, { data, at: Date.now(), failures: 0 });
    } catch {
      this.failures += 1;
    }
    this.isAsking = false;
    this.tick();
  }
}

const boards = new Map();

function boardOf(element) {
  const src = element.getAttribute("src");
  const beside = () => new URL("../api/v1/status.json", SCRIPT.src);
  const { href } = src ? new URL(src, document.baseURI) : beside();
  if (!boards.has(href)) boards.set(href, new Board(href));
  return boards.get(href);
}

class Status extends HTMLElement {
  static observedAttributes = ["location", "service", "lang", "src"];

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    dress(root);
    this.body = make("div", {}, make("slot"));
    this.said = make("p", { class: "said", role: "status", "aria-live": "polite" });
    root.append(this.body, this.said);
  }

  connectedCallback() {
    try {
      this.board = boardOf(this);
    } catch {
      this.board = null;
      this.warn("no address of a status.json: write it as src");
      this.replace("", make("slot"));
      this.view = undefined;
      return;
    }
    this.board.readers.add(this);
    this.board.tick();
  }

  disconnectedCallback() {
    this.board?.readers.delete(this);
    this.board?.tick();
  }

  attributeChangedCallback(_, before, after) {
    if (!this.isConnected || this.board === undefined || before === after) return;
    this.disconnectedCallback();
    this.connectedCallback();
  }

  show(board) {
    let drawing, box;
    try {
      drawing = board.data && new Drawing(board, this, Date.now());
      box = drawing?.isPossible && drawing.box();
      if (drawing && !box) this.warn("no such location or service");
    } catch (error) {
      this.warn(`this is no status.json: ${error}`);
    }
    if (box) this.put(box, drawing);
    else this.fall(board);
  }

  /* A word for whoever wrote the page, once; its readers see what stands inside the element. */
  warn(words) {
    if (words !== this.warned) console.warn(`<${NAME}>: ${words}`, this);
    this.warned = words;
  }

  put(box, { told, view }) {
    this.replace(box.outerHTML, box);
    // The first view is read like the rest of the page; then only what is new is told.
    const fresh = view === this.view ? [...told].filter(([key]) => !this.known.has(key)) : [];
    if (fresh.length) this.said.textContent = fresh.map(([, words]) => words).join(". ");
    Object.assign(this, { view, known: told });
  }

  /* What stands inside the element; and that there is no more, with the way to the site. */
  fall({ data, failures, home }) {
    const { missing } = WORDS[spoken(wantedAt(this))];
    const note = failures && !data ? [make("p", {}, missing, " ", link(home, new URL(home).host))] : [];
    this.replace(note.map((one) => one.outerHTML).join(), make("slot"), ...note);
    this.view = undefined;
  }

  /* Puts it there if it is something else than what stands there; the focus stays. */
  replace(html, ...parts) {
    if (html === this.html) return;
    const href = this.shadowRoot.activeElement?.href;
    this.body.replaceChildren(...parts);
    const links = href ? [...this.body.querySelectorAll("a")] : [];
    links.find((one) => one.href === href)?.focus();
    this.html = html;
  }
}

if (!customElements.get(NAME)) customElements.define(NAME, Status);
