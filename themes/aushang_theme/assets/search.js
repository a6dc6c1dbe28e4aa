/* The search page. The index is searched here, in the browser: nobody learns what is looked for, and
   nothing is stored. Pagefind and the index are loaded when the reader turns to the field, not before.

   Notices stand in blocks, numbered from the oldest. The two newest are searched; each older one is
   loaded when the reader asks for it. So what is loaded does not grow with the archive. */

const PER_PAGE = 10;
const PAUSE = 250; // milliseconds after the last key, before a search while typing

const form = document.getElementById("au-search");
const status = document.getElementById("au-status");
const list = document.getElementById("au-found");
const more = document.getElementById("au-more");
const older = document.getElementById("au-older");
const without = document.getElementById("au-without");
const query = form.elements.namedItem("q");
const filters = ["location", "service"]
  .map((name) => form.elements.namedItem(name))
  .filter((field) => field !== null);
const words = form.dataset;
const root = new URL(words.root, document.baseURI);
const language = document.documentElement.lang.toLowerCase();

let engine = null; // a promise of Pagefind with the newest blocks
let newest = 0; // the number of the newest block
let oldest = 0; // the number of the oldest block that is searched
const choices = new Map(); // for each block, a promise of its pages by service and place
let found = []; // the results of the last search, of which the list shows the first ones
let turn = 0; // counts searches: an answer to an earlier one comes too late

/* A block can be searched by itself, though Pagefind's program is loaded but once. */
const named = (number) => ({ mergeFilter: { block: `${number}` } });
const block = (number) => new URL(`${words.index}${number}/`, document.baseURI).href;

async function load() {
  const { blocks } = await json(new URL(`${words.index}blocks.json`, document.baseURI));
  const pagefind = await import(`${block(blocks)}pagefind.js`);
  const made = pagefind.createInstance({ basePath: block(blocks), ...named(blocks) });
  await made.init();
  oldest = newest = blocks;
  await widen(made);
  return made;
}

async function json(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

async function widen(pagefind) {
  if (oldest > 1) {
    await pagefind.mergeIndex(block(oldest - 1), { language, ...named(oldest - 1) });
    oldest -= 1;
  }
}

function ready() {
  engine ??= load().catch((error) => {
    engine = null;
    throw error;
  });
  return engine;
}

/* The results that are about what is chosen, or about everything. */
async function chosen(results) {
  let left = results;
  for (const { name, value } of filters.filter((field) => field.value)) {
    const blocks = await Promise.all(range(oldest, newest).map(choicesOf));
    const wanted = new Set(blocks.flatMap((each) => [each[name][value] ?? [], each[name]["*"] ?? []]).flat());
    left = left.filter((result) => wanted.has(result.id));
  }
  return left;
}

function choicesOf(number) {
  if (!choices.has(number)) choices.set(number, json(`${block(number)}choices.json`));
  return choices.get(number);
}

const range = (first, last) => Array.from({ length: last - first + 1 }, (_, place) => first + place);

async function search() {
  const mine = ++turn;
  const term = query.value.trim();
  remember(term);
  if (!term) {
    found = [];
    show("");
    return;
  }
  const slow = setTimeout(() => (status.textContent = words.loading), PAUSE);
  try {
    const pagefind = await ready();
    const numbers = range(oldest, newest);
    const results = await Promise.all(numbers.map((each) => inBlock(pagefind, term, each)));
    const about = await chosen(results.flat().sort((one, other) => other.score - one.score));
    const first = await Promise.all(about.slice(0, PER_PAGE).map((each) => each.data()));
    if (mine !== turn) return;
    found = about;
    show(sentence(term, found.length), first);
  } catch (error) {
    if (mine !== turn) return;
    found = [];
    show(words.failed);
    without.hidden = false;
    console.error(error);
  } finally {
    clearTimeout(slow);
  }
}

/* What a block holds for a term. Where none of its words begins like one that is looked for, Pagefind takes
   the longest word that this one begins with: for “Bruch” the “B” of a register. Such results are none. */
async function inBlock(pagefind, term, number) {
  const { results } = await pagefind.search(term, { filters: { block: `${number}` } });
  if (results.length === 0) return results;
  const { meta, content, locations } = await results[0].data();
  const texts = content.split(/\s+/);
  const hits = locations.map((place) => texts[place]);
  const said = plain([meta.title, meta.kind, meta.about, ...hits].join(" "));
  const isSaid = (word) => said.some((other) => other.startsWith(word.slice(0, stem(word))));
  return plain(term).every(isSaid) ? results : [];
}

/* How many letters of a word all its forms have: “Öffnungen” and “öffnen” share four of nine. */
const stem = (word) => Math.max(2, Math.floor(word.length * 0.4));

/* The words of a text in small letters, with umlauts and their spelling in two letters made equal. */
function plain(text) {
  const letters = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ß", "ss");
  return letters.replace(/(?<=[aou])e/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];
}

function sentence(term, number) {
  const pattern = number === 0 ? words.none : number === 1 ? words.one : words.many;
  const values = { query: term, number: number.toLocaleString(language) };
  return pattern.replace(/\{(query|number)\}/g, (_, name) => values[name]);
}

/* The address names the search, so that it can be sent to others and the way back leads to it. */
function remember(term) {
  const wanted = new URLSearchParams(term ? { q: term } : {});
  for (const field of filters) if (field.value) wanted.set(field.name, field.value);
  const text = wanted.toString();
  history.replaceState(null, "", text ? `?${text}` : location.pathname);
}

function show(message, first = []) {
  status.textContent = message;
  without.hidden = true;
  list.replaceChildren(...first.map(row));
  list.hidden = first.length === 0;
  more.hidden = found.length <= first.length;
  older.hidden = !message || oldest <= 1;
}

async function showMore() {
  const mine = turn;
  const shown = list.children.length;
  const next = await Promise.all(found.slice(shown, shown + PER_PAGE).map((each) => each.data()));
  if (mine !== turn) return;
  list.append(...next.map(row));
  more.hidden = found.length <= list.children.length;
  list.children[shown].querySelector("a").focus();
}

async function searchOlder() {
  older.disabled = true;
  try {
    await widen(await ready());
  } catch (error) {
    console.error(error);
  }
  older.disabled = false;
  await search();
  if (older.hidden) query.focus();
}

/* A result as the site's lists show a notice, with the passage that was found. */
function row({ raw_url, meta, excerpt }) {
  const item = document.createElement("li");
  const link = Object.assign(element("a", "", meta.title), { href: new URL(raw_url, root) });
  const title = element("span", "au-rows__title");
  title.append(link);
  const date = element("span", "au-rows__date");
  if (meta.day) date.append(Object.assign(element("time", "", meta.words), { dateTime: meta.day }));
  const about = element("span", "au-rows__about");
  about.append(meta.kind, ...JSON.parse(meta.about).flatMap(afterDot));
  item.append(date, " ", title, " ", about, passage(excerpt));
  return item;
}

function afterDot(name) {
  const dot = element("span", "", "·");
  dot.setAttribute("aria-hidden", "true");
  return [" ", dot, ` ${name}`];
}

/* Pagefind marks what was found with tags in a text whose own signs `<` and `>` it has spelt out. */
function passage(excerpt) {
  const text = element("p", "au-found__excerpt");
  excerpt.split(/<mark>(.*?)<\/mark>/s).forEach((part, place) => {
    const said = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    text.append(place % 2 ? element("mark", "", said) : said);
  });
  return text;
}

function element(name, className, text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

let pause = 0;
const soon = () => {
  clearTimeout(pause);
  pause = setTimeout(search, PAUSE);
};
const now = (event) => {
  event.preventDefault();
  clearTimeout(pause);
  search();
};

const wanted = new URLSearchParams(location.search);
for (const field of [query, ...filters]) field.value = wanted.get(field.name) ?? "";
without.hidden = true;
form.addEventListener("submit", now);
query.addEventListener("input", soon);
query.addEventListener("focus", () => ready().catch(() => undefined), { once: true });
for (const field of filters) field.addEventListener("change", now);
more.addEventListener("click", showMore);
older.addEventListener("click", searchOlder);
if (query.value) search();
