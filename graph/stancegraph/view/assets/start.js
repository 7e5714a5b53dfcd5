// The page around the views, and its beginning.
const VIEWS = {
  positions: renderPositions, agreement: renderAgreement, network: renderNetwork,
  shifts: renderShifts, statements: renderStatements,
};

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function clearFilters() {
  const { tab, order, compare, network, sort } = state;
  state = { ...initialState(), tab, order, compare, network, sort };
  syncFilters();
  update();
  byId("search").focus();
}

function scopeInWords() {
  let from = null, to = null;
  const used = new Set(C.article);
  for (const at of new Set(C.date)) {
    const date = pooled(at);
    if (date === null) continue;
    if (from === null || date < from) from = date;
    if (to === null || date > to) to = date;
  }
  return t("scope", {
    statements: statementsCount(total),
    articles: used.size === 1 ? S.articles_1 : t("articles_n", { n: number(used.size) }),
  }) + (from ? t(from === to ? "scope_day" : "scope_dates", { from: day(from), to: day(to) }) : "");
}

function masthead() {
  return el("header", { class: "masthead" },
    el("div", { class: "title" }, el("h1", { dir: "auto" }, data.title),
      el("p", { class: "scope" }, `${S.heading} · ${scopeInWords()}`)),
    el("div", { class: "tools" },
      el("button", { type: "button", class: "quiet", onclick: () => {
        document.documentElement.dataset.theme = isDark() ? "light" : "dark";
        tellFrame();
      } }, S.theme),
      el("button", { type: "button", class: "quiet", id: "copy", onclick: copyLink }, S.copy),
      el("button", { type: "button", class: "quiet", onclick: () => print() }, S.print),
      el("span", { role: "status", class: "muted", id: "said" })),
    data.sentences.length > 0 && el("section", { class: "short", "aria-label": S.in_short },
      el("h2", {}, S.in_short),
      el("p", { class: "muted" }, S.in_short_note),
      el("ul", {}, data.sentences.map((segments) => el("li", {}, segments.map(segment))))));
}

// Figures and months are written in the reader's way.
function plainSegment([text, [kind, value]]) {
  if (kind === "month") return month(value);
  if (kind === "day") return day(value);
  if (kind === "percent") return percent(Number(value));
  if (kind === "number") return number(Number(value));
  return kind ? bdi(text) : text;
}

function segment([text, [kind, ...rest]]) {
  const open = kind ? readTarget([kind, ...rest]) : null;
  // A sentence is about all statements: its evidence must not be hidden by a filter.
  if (open === null) return plainSegment([text, [kind, ...rest]]);
  // A link proper, not a button: it breaks across lines like the words around it.
  const address = new URLSearchParams(writeTarget(open).map((part) => ["open", part]));
  return el("a", {
    href: `#${address}`, dir: "auto",
    onclick: (event) => {
      event.preventDefault();
      const from = event.currentTarget;
      const { tab, order, compare, network, sort } = state;
      state = { ...initialState(), tab, order, compare, network, sort };
      syncFilters();
      update();
      openEvidence(open, from);
    },
  }, text);
}

let typing = 0;
const narrow = matchMedia("(max-width: 760px)");
narrow.addEventListener("change", () => {
  byId("more")?.toggleAttribute("open", !narrow.matches);
  if (byId("content")) renderView();   // cards name their actor
});

function filterBar() {
  const filter = (name, value) => {
    state[name] = value;
    state.page = 0;
    update();
  };
  const field = (name, label, options) => select(`filter-${name}`, label, options, "", (value) => filter(name, value));
  // Two filters, one list: a group, or an issue in it.
  const issues = () => select("filter-issue", S.filter_issue, [["", S.all_issues],
    { group: S.filter_groups, options: data.groups.map((g) => [`g:${g.id}`, g.label]) },
    ...data.groups.map((g, k) => ({ group: g.label, options: data.issues.flatMap((i) => (i.group === k ? [[`i:${i.id}`, i.label]] : [])) }))],
  "", (value) => {
    state.group = value.startsWith("g:") ? value.slice(2) : "";
    filter("issue", value.startsWith("i:") ? value.slice(2) : "");
  });
  const sources = () => {
    const names = publishers();
    return select("filter-source", S.filter_source, [["", S.any],
      ...(names.length ? [{ group: S.filter_publishers, options: names.map((name) => [`p:${name}`, name]) }] : []),
      // A list of more than a few hundred titles is no choice; the search finds them.
      ...(data.articles.length <= 300 ? [{ group: S.filter_articles, options: data.articles.map((a) => [`a:${a.id}`, a.title]) }] : [])],
    "", (value) => {
      state.source = value.startsWith("p:") ? value.slice(2) : "";
      filter("article", value.startsWith("a:") ? value.slice(2) : "");
    });
  };
  const dateField = (name, label) => el("span", { class: "field" }, el("label", { for: `filter-${name}` }, label),
    el("input", { type: "date", id: `filter-${name}`, onchange: (event) => filter(name, validDate(event.target.value) ? event.target.value : "") }));
  const said = new Set(C.actor);
  return el("form", { class: "filters", "aria-label": S.filters, role: "search", onsubmit: (event) => event.preventDefault() },
    el("fieldset", {}, el("legend", {}, S.filter_actors),
      data.actors.map((a, i) => (a.compared || said.has(i)) && el("label", { class: "check" },
        el("input", { type: "checkbox", value: i, class: "actor", onchange: (event) => {
          if (event.target.checked) state.actors.add(i); else state.actors.delete(i);
          state.page = 0;
          update();
        } }), actorName(i)))),
    el("details", { id: "more", open: !narrow.matches }, el("summary", {}, S.filters), el("div", { class: "fields" },
      issues(),
      field("stance", S.filter_stance, [["", S.any], ...STANCES.map((s) => [s, stanceWord(s)])]),
      field("attribution", S.filter_attribution, [["", S.any], ...[...ATTRIBUTIONS, "past"].map((a) => [a, S[a]])]),
      field("confidence", S.filter_confidence, [["", S.any], ...LEVELS.map((level) => [level, t("at_least", { value: percent(level) })])]),
      sources(), dateField("from", S.filter_from), dateField("to", S.filter_to),
      el("span", { class: "field grow" }, el("label", { for: "search" }, S.filter_search),
        el("input", { type: "search", id: "search", placeholder: S.search_hint, autocomplete: "off", oninput: (event) => {
          clearTimeout(typing);
          const text = event.target.value;
          typing = setTimeout(() => filter("q", text.trim()), 120);   // a pause between two letters
        } })))),
    el("p", { class: "counted" }, el("span", { id: "count", role: "status" }),
      el("button", { type: "button", id: "clear", class: "quiet", onclick: clearFilters }, S.clear)));
}

function syncFilters() {
  document.querySelectorAll("input.actor").forEach((box) => { box.checked = state.actors.has(Number(box.value)); });
  for (const name of ["stance", "attribution", "confidence", "from", "to"]) byId(`filter-${name}`).value = state[name];
  byId("filter-issue").value = state.issue ? `i:${state.issue}` : state.group ? `g:${state.group}` : "";
  byId("filter-source").value = state.article ? `a:${state.article}` : state.source ? `p:${state.source}` : "";
  byId("search").value = state.q;
}

function tabs() {
  const go = (name) => {
    state.tab = name;
    update();
    byId(`tab-${name}`).focus();
  };
  return el("div", { class: "tabs", role: "tablist", "aria-label": S.views, onkeydown: (event) => {
    const at = TABS.indexOf(state.tab);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: TABS.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    go(TABS[(next + TABS.length) % TABS.length]);
  } }, TABS.map((name) => el("button", {
    type: "button", role: "tab", id: `tab-${name}`, "aria-controls": "view", onclick: () => go(name),
  }, S[`tab_${name}`])));
}

function renderView() {
  for (const name of TABS) {
    const tab = byId(`tab-${name}`);
    tab.setAttribute("aria-selected", String(name === state.tab));
    tab.tabIndex = name === state.tab ? 0 : -1;
  }
  byId("network-home").hidden = true;
  byId("network-list").hidden = true;
  const view = byId("content");
  view.replaceChildren();
  byId("view").setAttribute("aria-labelledby", `tab-${state.tab}`);
  widen();
  VIEWS[state.tab](view);
  markCurrent();
}

// The table of statements takes the panel's room as long as the panel has nothing to say.
function widen() {
  byId("main").classList.toggle("wide", state.tab === "statements" && !state.open);
}

function update() {
  applyFilters();
  byId("count").textContent = t("count", { shown: number(shown.length), all: number(total) });
  byId("clear").disabled = !filtersInWords();
  remember();
  renderView();
  renderPanel();
}

function keys(event) {
  const inField = event.target.closest?.("input, select, textarea");
  if (event.key === "Escape" && state.open && (!inField || panel().contains(event.target))) {
    event.preventDefault();
    closeEvidence();
  } else if (event.key === "/" && !inField) {
    event.preventDefault();
    byId("more").open = true;
    byId("search").focus();
  } else if (source && !inField && !event.ctrlKey && !event.metaKey && !event.altKey && (event.key === "n" || event.key === "p")) {
    step(event.key === "n" ? 1 : -1);
  }
}

async function unpacked(id) {
  const bytes = Uint8Array.from(atob(byId(id).textContent), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

async function readData() {
  const plain = byId("data");
  return JSON.parse(plain ? plain.textContent : await unpacked("data-gz"));
}

function checkData() {
  const length = C.issue.length;
  const sound = data.version === 2 && Object.values(C).every((column) => Array.isArray(column) && column.length === length)
    && C.issue.every((i) => data.issues[i]) && C.actor.every((a) => data.actors[a]) && C.article.every((a) => data.articles[a]);
  if (!sound) throw new Error("unsound data");
}

async function start() {
  data = await readData();
  ({ strings: S, columns: C, rules } = data);
  checkData();
  buildIndex();
  defaults = initialState();
  state = readHash();
  family = getComputedStyle(document.body).fontFamily;
  byId("app").append(
    masthead(), filterBar(),
    el("main", { id: "main" },
      el("div", { class: "left" }, tabs(),
        el("div", { id: "view", role: "tabpanel" },
          el("div", { id: "content" }), el("div", { id: "network-home", class: "network", hidden: true }), el("div", { id: "network-list", hidden: true }))),
      el("aside", { id: "evidence", "aria-label": S.evidence })));
  document.body.append(el("div", { id: "briefing", "aria-hidden": "true" }), el("div", { id: "figures", "aria-hidden": "true" }));
  byId("app").hidden = false;
  syncFilters();
  update();
  addEventListener("hashchange", () => {
    state = readHash();
    syncFilters();
    update();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tellFrame);
  addEventListener("beforeprint", briefing);
  addEventListener("afterprint", () => byId("briefing").replaceChildren());
  document.addEventListener("keydown", keys);
  setTimeout(gatherQuietly, 300);
}

start().catch(() => {
  // The strings may be what is damaged: the sentence is kept in the page itself.
  const box = byId("alert");
  box.textContent = box.dataset.damaged;
  byId("app").hidden = true;
});
