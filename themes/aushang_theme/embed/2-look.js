/* Elements and how they look. Foreign texts become text nodes, foreign addresses links only where
   they are http(s): whatever a status.json holds, nothing of it runs. */
const EFFECTS = ["open", "restricted", "full", "closed"];
const SHAPES = {
  open: "M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm4.3 5.7-5.4 6-3.2-3 1.4-1.4 1.7 1.6 4-4.5Z",
  restricted: "M8 .6 16 15H0L8 .6ZM7 5.5l.3 5h1.4l.3-5ZM7 12h2v1.8H7Z",
  full: "M0 1h16v14H0Zm3 3v2h10V4Zm0 3.5v2h10v-2ZM3 11v2h10v-2Z",
  closed: "M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7ZM3 7v2.2h10V7Z",
};

/* The colours of the site's own pages; a page that shows the element may set `--aushang-NAME`.
   Paper is light: pale letters of a dark scheme could not be read on it. What stands in no box
   stands on the page itself, which may be light where the reader's system is dark. */
const COLOURS = ["text", "muted", "surface", "line", "accent"].concat(
  EFFECTS.flatMap((effect) => [effect, `${effect}-surface`]),
);
const LIGHT =
  "241f19 5f5548 fffdf8 ddd2bf 0b5563 1c5c34 e3f0e0 774400 fbeccb 563a85 ece5f6 93231b fae3dd";
const DARK =
  "f1eadf bdb1a0 211d18 3d362c 85cdd9 98d5a9 182b1d f1c26b 32260f cdb6f1 29203a f7a79b 381b17";
const palette = (values) =>
  values.split(" ").map((value, at) => `--_${COLOURS[at]}:#${value};`).join("");
const use = (colour) => `var(--aushang-${colour},var(--_${colour}))`;
const dark = `--_scheme:dark;${palette(DARK)}`;
const CSS = `:host{display:block;--_scheme:light;${palette(LIGHT)}}
@media screen and (prefers-color-scheme:dark){:host(:not([scheme=light])){${dark}}}
@media screen{:host([scheme=dark]){${dark}}}
:host([hidden]){display:none}
.box{padding:var(--aushang-padding,.75em 1em);border:1px solid ${use("line")};
border-radius:var(--aushang-radius,.5em);color-scheme:var(--_scheme);background:${use("surface")};color:${use("text")};
font-family:var(--aushang-font,inherit);line-height:1.5;overflow-wrap:break-word}
p,ul{margin:0 0 .5em;padding:0;list-style:none}
p:last-child{margin:0}
li{margin:.25em 0}
.name,.badge{font-weight:600}
.small{color:${use("muted")};font-size:.875em}
.box a{color:${use("accent")}}
a:focus-visible{outline:3px solid;outline-offset:2px}
.badge{display:inline-block;padding:0 .5em;border:1px solid;border-radius:.25em;white-space:nowrap}
svg{width:.85em;height:.85em;margin-right:.4em;vertical-align:-.06em}
.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
${EFFECTS.map((one) => `.${one}{color:${use(one)};background:${use(`${one}-surface`)}}`).join("")}`;

/* Unlike a style element, a sheet that is made by script needs no leave of the page's CSP. */
let sheet;
function dress(root) {
  if (!root.adoptedStyleSheets) return; // an old browser: it can be read without
  if (!sheet) (sheet = new CSSStyleSheet()).replaceSync(CSS);
  root.adoptedStyleSheets = [sheet];
}

/* An element; what is nothing among its attributes and children is left out. */
function make(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const name in attributes) if (attributes[name]) made.setAttribute(name, attributes[name]);
  made.append(...children.flat().filter(Boolean));
  return made;
}

function link(address, words, lang) {
  let url;
  try {
    url = new URL(address);
  } catch {
    // Then it is words alone.
  }
  const href = /^https?:$/.test(url?.protocol) && url.href;
  return make(href ? "a" : "span", { href, lang }, words);
}

function badge(effect, words) {
  const shape = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS(shape.namespaceURI, "path");
  const size = { viewBox: "0 0 16 16", width: 14, height: 14, "aria-hidden": "true" };
  const form = { d: SHAPES[effect], fill: "currentColor", "fill-rule": "evenodd" };
  for (const name in size) shape.setAttribute(name, size[name]);
  for (const name in form) path.setAttribute(name, form[name]);
  shape.append(path);
  return make("span", { class: `badge ${effect}`, part: `badge ${effect}` }, shape, words[effect]);
}
