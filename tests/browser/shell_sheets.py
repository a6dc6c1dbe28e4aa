"""Hand-built pages for looking at the shell alone: every element that Markdown can make."""

from aushang.model import ROOT, Heading, Position
from aushang.outputs.shell import FeedLink, Frame, MenuEntry, Sheet

_HERE = Position("content/pages/probe.md")

_TYPOGRAPHY = f"""
<h1>Die Sauna in Mitte ist wieder offen, mit höchstens zwölf Gästen</h1>
<p>Ab Montag, 6 Uhr, ist die <a href="{ROOT}angebote/sauna/">Sauna</a> wieder für euch da. Wir haben
den Ofen getauscht und die Bänke neu bezogen; der Ruheraum bleibt bis Freitag geschlossen.</p>
<h2 id="was-gilt">Was gilt</h2>
<p>Im Ruheraum liegen <strong>acht Plätze</strong>, im Dampfbad <em>sechs</em>.<sup
class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup></p>
<ul><li>Handtuch mitbringen<ul><li>auch für die Bank</li></ul></li><li>Aufguss um 18 Uhr</li></ul>
<ol><li>Spind wählen</li><li>Duschen</li><li>Schwitzen</li></ol>
<ul class="contains-task-list"><li class="task-list-item"><span class="task" role="img"
aria-label="erledigt">☑</span> Ofen getauscht</li><li class="task-list-item"><span class="task"
role="img" aria-label="offen">☐</span> Ruheraum gestrichen</li></ul>
<h3 id="zeiten">Zeiten</h3>
<div class="table-scroll" role="region" tabindex="0" aria-label="Tabelle: Tag, Mitte, Leipzig">
<table><thead><tr><th scope="col">Tag</th><th scope="col">Berlin-Mitte</th>
<th scope="col">Leipzig-Plagwitz</th><th scope="col" class="align-right">Plätze</th></tr></thead>
<tbody><tr><td>Montag</td><td>6:00–22:00 Uhr</td><td>7:00–21:00 Uhr</td>
<td class="align-right">12</td></tr><tr><td>Dienstag</td><td>geschlossen wegen Wartungsarbeiten</td>
<td>7:00–21:00 Uhr</td><td class="align-right">8</td></tr></tbody></table></div>
<div class="markdown-alert markdown-alert-note"><p class="markdown-alert-title">Hinweis</p>
<p>Die Aufgüsse beginnen am Dienstag.</p></div>
<div class="markdown-alert markdown-alert-tip"><p class="markdown-alert-title">Tipp</p>
<p>Morgens ist am meisten Platz.</p></div>
<div class="markdown-alert markdown-alert-important"><p class="markdown-alert-title">Wichtig</p>
<p>Bitte <a href="{ROOT}kontakt/">meldet euch</a>, wenn ihr eine Gruppe seid.</p></div>
<div class="markdown-alert markdown-alert-warning"><p class="markdown-alert-title">Warnung</p>
<p>Der Boden ist rutschig.</p></div>
<div class="markdown-alert markdown-alert-caution"><p class="markdown-alert-title">Vorsicht</p>
<p>Mit Herzbeschwerden fragt bitte zuerst euren Arzt.</p></div>
<h2 id="warum">Warum es so lange gedauert hat</h2>
<blockquote><p>„Der Ofen kam drei Wochen zu spät.“</p></blockquote>
<figure><img src="{ROOT}assets/favicon.svg" alt="Ein Zettel am Brett" width="160" height="160">
<figcaption>So sieht ein Aushang aus.</figcaption></figure>
<details><summary>Technische Daten</summary><p>18 kW, 90 °C.</p></details>
<pre><code>aushang build --strict    # eine lange Zeile, die auf dem Telefon umbricht
</code></pre>
<p>Mit <code>Strg</code> und <kbd>F5</kbd> neu laden. <mark>Neu</mark>. Das Donaudampfschifffahrts\
elektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsmitglied bricht um.</p>
<hr>
<section class="footnotes" role="doc-endnotes" aria-label="Fußnoten"><ol><li id="fn-1"><p>
Gemessen am 20. November. <a href="#fnref-1" class="footnote-backref" role="doc-backlink"
aria-label="zurück zum Text">↩</a></p></li></ol></section>
"""

_MATERIAL = """
<h1>Was Python-Markdown dazu kann</h1>
<div class="admonition note"><p class="admonition-title">Hinweis</p><p>Ein Kasten.</p></div>
<div class="admonition danger"><p class="admonition-title">Gefahr</p><p>Noch einer.</p></div>
<details class="question"><summary>Und wer fragt?</summary>
<p>Alle, die es wissen wollen.</p></details>
<div class="tabbed-set tabbed-alternate" data-tabs="1:2">
<input checked id="t1" name="t" type="radio">
<input id="t2" name="t" type="radio"><div class="tabbed-labels"><label for="t1">Berlin</label>
<label for="t2">Leipzig</label></div><div class="tabbed-content"><div class="tabbed-block">
<p>Torstraße 12</p></div><div class="tabbed-block"><p>Zschochersche Straße 48</p></div></div></div>
<div class="grid cards"><ul><li><p>Kurse</p></li><li><p>Sauna</p></li>
<li><p>Geräte</p></li></ul></div>
<div class="highlight"><pre><code><span class="k">def</span> <span class="nf">offen</span>():
    <span class="c1"># immer</span>
    <span class="k">return</span> <span class="s">"ja"</span>, <span class="mi">6</span>
</code></pre></div>
<p><a class="md-button md-button--primary" href="#">Buchen</a>
<a class="md-button" href="#">Lesen</a></p>
"""

TYPOGRAPHY = Sheet(
    path="meldungen/probe/",
    language="de",
    title="Die Sauna in Mitte ist wieder offen",
    description="Ab Montag, 6 Uhr, mit höchstens zwölf Gästen.",
    body=_TYPOGRAPHY,
    section="home",
    headings=(
        Heading(2, "was-gilt", "Was gilt", _HERE),
        Heading(3, "zeiten", "Zeiten", _HERE),
        Heading(2, "warum", "Warum es so lange gedauert hat", _HERE),
    ),
    alternates={"de": "meldungen/probe/", "en": "en/posts/probe/"},
    feeds=(FeedLink("Kraftraum: Meldungen", "application/rss+xml", "feeds/posts.rss"),),
    linked_data='{"@context":"https://schema.org","@type":"NewsArticle","headline":"</script>"}',
)
ENGLISH = Sheet(
    path="en/posts/probe/",
    language="en",
    title="The sauna is open again",
    description="From Monday, 6 am.",
    body="<h1>The sauna is open again</h1>\n<p>From Monday, 6 am, for twelve guests at a time.</p>",
    section="home",
    alternates={"de": "meldungen/probe/", "en": "en/posts/probe/"},
)
START = Sheet(
    path="",
    language="de",
    title="Was gerade gilt",
    description="",
    body="<h1>Was gerade gilt</h1>\n<p>Zurzeit gibt es keine Einschränkungen.</p>",
    section="home",
    alternates={"de": "", "en": "en/"},
)
MATERIAL = Sheet(
    path="markup/", language="de", title="Markup", description="", body=_MATERIAL, section="kontakt"
)
MISSING = Sheet(
    path="404.html",
    language="de",
    title="Diese Seite gibt es nicht",
    description="",
    body=f'<h1>Diese Seite gibt es nicht</h1>\n<p><a href="{ROOT}">Zur Startseite</a></p>',
    is_indexed=False,
)
SHEETS = (TYPOGRAPHY, ENGLISH, START, MATERIAL, MISSING)

FRAMES = {
    "de": Frame(
        language="de",
        site_name="Kraftraum",
        home="",
        menu=(
            MenuEntry("home", "Aktuell", ""),
            MenuEntry("locations", "Standorte", "standorte/"),
            MenuEntry("services", "Angebote", "angebote/"),
            MenuEntry("archive", "Archiv", "archiv/"),
            MenuEntry("subscribe", "Abonnieren", "abonnieren/"),
            MenuEntry("kontakt", "Kontakt", "kontakt/"),
        ),
        footer=(
            MenuEntry("impressum", "Impressum", "impressum/"),
            MenuEntry("datenschutz", "Datenschutz", "datenschutz/"),
            MenuEntry("barrierefreiheit", "Barrierefreiheit", "barrierefreiheit/"),
        ),
    ),
    "en": Frame(
        language="en",
        site_name="Kraftraum",
        home="en/",
        menu=(MenuEntry("home", "Current", "en/"), MenuEntry("archive", "Archive", "en/archive/")),
        footer=(MenuEntry("impressum", "Imprint", "en/imprint/"),),
    ),
}
