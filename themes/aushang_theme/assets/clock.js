/* Shows what holds at the reader's time. The page carries every sentence up to the next build; each
   says in `data-when` from when to when, as moments, so the reader's own time zone does not matter.
   What held at the build has no beginning, so a clock that is behind the build changes nothing. */

const LONGEST = 2 ** 31 - 1; // milliseconds that a timer can wait

const told = document.getElementById("au-changes");
const parts = [...document.querySelectorAll("[data-when]")].map((part) => ({
  part,
  spells: part.dataset.when.split(" ").map((spell) => spell.split("/").map(Date.parse)),
}));
let timer = 0;

/* An open end is no number, and nothing is smaller or larger than that. */
const isWithin = (now, spells) => spells.some(([begins, ends]) => !(now < begins || now >= ends));

function apply() {
  const now = Date.now();
  const turned = parts.filter(({ part, spells }) => part.hidden === isWithin(now, spells));
  for (const { part } of turned) part.hidden = !part.hidden;
  clearTimeout(timer);
  const ahead = parts.flatMap(({ spells }) => spells.flat()).filter((moment) => moment > now);
  if (ahead.length) timer = setTimeout(announce, Math.min(Math.min(...ahead) - now, LONGEST));
  return turned.map(({ part }) => part).filter((part) => part.checkVisibility?.() ?? !part.hidden);
}

/* One polite word for those who listen: what is new, each under the heading of its section. How many
   dates of a day are left is said by the sentence above them. */
function announce() {
  const fresh = apply().filter((part) => !part.closest(".au-weeks"));
  const outer = fresh.filter((part) => !fresh.some((one) => one !== part && one.contains(part)));
  if (outer.length) told.textContent = outer.map(words).join(" ");
}

/* The section's heading, what the entry is about, and what is new; of a notice its title. */
function words(part) {
  const section = part.closest("[aria-labelledby]")?.getAttribute("aria-labelledby");
  const heading = document.getElementById(section);
  const name = part.closest("li")?.querySelector(".au-answers__name");
  const core = part.querySelector(".au-card__title") ?? part;
  return [heading, name, core]
    .filter((one) => one && (one === core || !core.contains(one)))
    .map((one) => one.innerText.trim().replace(/\s+/g, " ").replace(/:$/, ""))
    .join(": ");
}

apply();
addEventListener("pageshow", announce);
document.addEventListener("visibilitychange", () => document.hidden || announce());
