/* The reader's own place stands first. Which one that is stays on the device, and only from the
   moment on at which the reader says so; whoever takes it back leaves nothing behind. */

const KEY = "aushang.place";

const board = document.querySelector(".au-board");
const told = document.getElementById("au-changes");
const sections = board ? [...board.children] : [];
const places = sections.filter((section) => section.dataset.place);
const buttonOf = (section) => section.querySelector(".au-mine");

/* A browser may refuse to keep anything: then the choice lasts as long as the page. */
function stored(change) {
  try {
    return change(localStorage);
  } catch {
    return null;
  }
}

function show(chosen) {
  const first = places.find((section) => section.dataset.place === chosen);
  board.append(...sections.filter((section) => section !== first));
  if (first) board.prepend(first);
  for (const section of places) {
    const isMine = section === first;
    section.classList.toggle("au-place--mine", isMine);
    const [choose, letGo] = buttonOf(section).children;
    choose.hidden = isMine;
    letGo.hidden = !isMine;
  }
}

for (const section of places) {
  const button = buttonOf(section);
  button.hidden = false;
  button.addEventListener("click", () => {
    const { place } = section.dataset;
    const isMine = section.classList.contains("au-place--mine");
    stored((kept) => (isMine ? kept.removeItem(KEY) : kept.setItem(KEY, place)));
    show(isMine ? null : place);
    button.focus(); // it has moved with its section
    const name = section.querySelector("h2").textContent.trim();
    told.textContent = isMine ? board.dataset.letGo : board.dataset.chosen.replace("{name}", name);
  });
}

if (places.length) {
  const kept = stored((kept) => kept.getItem(KEY));
  if (kept) show(kept);
}
