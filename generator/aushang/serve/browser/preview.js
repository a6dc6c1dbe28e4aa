// The preview's part of a page: reloads it when it has changed, and says over it what is wrong.
// Everything that was written by somebody else is put in as text, never as markup.
(() => {
  const script = document.currentScript;
  const shown = { version: script.dataset.version, generation: Number(script.dataset.generation) };
  const follows = "follows" in script.dataset;
  const address = new URL("events", script.src);
  address.search = new URLSearchParams({ page: location.pathname, version: shown.version });
  const A_MOMENT = 500; // milliseconds that a build may take without a word
  const PATIENCE = 3000; // milliseconds without a server before it is said
  const CLOSED = "aushang-preview-closed"; // what the reader has closed stays closed in this tab

  const panel = build();
  let source = null;
  let latest = null;
  let isLeaving = false;
  let slow = 0;
  let lost = 0;

  // Browsers open six connections to one host: pages that nobody sees must not hold them.
  document.addEventListener("visibilitychange", connect);
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connect);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !panel.host.hidden) close();
  });
  connect();

  function connect() {
    if (document.visibilityState === "hidden") {
      disconnect();
    } else if (!source) {
      source = new EventSource(address);
      source.addEventListener("news", (event) => tell(JSON.parse(event.data)));
      source.addEventListener("error", retry);
    }
  }

  function disconnect() {
    source?.close();
    source = null;
  }

  function retry() {
    lost ||= setTimeout(() => pill("The preview does not answer. Is aushang serve running?"), PATIENCE);
    if (source?.readyState === EventSource.CLOSED) {
      disconnect();
      setTimeout(connect, A_MOMENT);
    }
  }

  function tell(news) {
    if (isLeaving) return;
    clearTimeout(lost);
    clearTimeout(slow);
    lost = 0;
    const isElsewhere = news.edited && news.edited !== location.pathname;
    if (follows && isElsewhere && news.edited_in > shown.generation) {
      isLeaving = true;
      location.assign(news.edited);
    } else if (news.is_stale) {
      isLeaving = true;
      location.reload(); // browsers keep the place on the page
    } else {
      latest = news;
      pill("");
      if (news.is_building) slow = setTimeout(() => pill("Rebuilding…"), A_MOMENT);
      show(news, isElsewhere && news.edited_in >= shown.generation ? news.edited : "");
    }
  }

  function pill(words) {
    panel.pill.textContent = words;
    reveal();
  }

  function show(news, edited) {
    const isClosed = sessionStorage.getItem(CLOSED) === key(news);
    panel.headline.textContent = isClosed ? "" : headline(news);
    panel.list.replaceChildren(...news.notices.map(item));
    panel.details.hidden = !news.notices.length;
    if (panel.key !== key(news)) panel.details.open = news.is_refused;
    panel.key = key(news);
    panel.edited.hidden = !edited;
    panel.edited.href = edited;
    panel.box.hidden = isClosed || !(news.headline || edited);
    reveal();
  }

  function headline(news) {
    return news.is_refused ? `${news.headline} This is the last good page.` : news.headline;
  }

  function key(news) {
    return JSON.stringify([news.headline, news.notices, news.edited, news.edited_in]);
  }

  function close() {
    if (latest) sessionStorage.setItem(CLOSED, key(latest));
    panel.box.hidden = true;
    reveal();
  }

  function reveal() {
    panel.pill.hidden = !panel.pill.textContent;
    panel.host.hidden = panel.box.hidden && panel.pill.hidden;
  }

  function item(notice) {
    const entry = element("li", notice.severity);
    const place = [notice.place, `${notice.severity} ${notice.code}`.trim()].filter(Boolean);
    entry.append(element("code", "place", place.join(": ")), element("p", "", notice.message));
    if (notice.hint) entry.append(element("p", "hint", `help: ${notice.hint}`));
    return entry;
  }

  function element(name, className = "", text = "") {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  // A shadow tree, so that neither the site's style sheet nor this one reaches the other's part.
  function build() {
    const host = element("aushang-preview");
    host.hidden = true;
    host.lang = "en";
    const sheet = element("link");
    sheet.rel = "stylesheet";
    sheet.href = new URL("preview.css", script.src);
    const box = element("section", "box");
    box.hidden = true;
    box.setAttribute("aria-label", "Preview");
    const head = element("div", "head");
    const words = element("p", "headline");
    words.setAttribute("role", "alert");
    const button = element("button", "close", "Close");
    button.type = "button";
    button.addEventListener("click", close);
    head.append(words, button);
    const edited = element("a", "edited", "Show the edited page");
    const details = element("details");
    const list = element("ol");
    list.tabIndex = 0; // a long list scrolls, by keyboard too
    list.setAttribute("aria-label", "Findings");
    details.append(element("summary", "", "Findings"), list);
    const state = element("p", "pill");
    state.setAttribute("role", "status");
    box.append(head, edited, details);
    host.attachShadow({ mode: "open" }).append(sheet, box, state);
    document.body.append(host);
    return { host, box, headline: words, edited, details, list, pill: state, key: "" };
  }
})();
