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
  const { tab, order, compare } = state;
  state = { ...initialState(), tab, order, compare };
  syncFilters();
  update();
  document.getElementById("search").focus();
}

function masthead() {
  const used = new Set(C.article);
  const dates = C.date.filter((d) => d >= 0).map((d) => data.pool[d]).sort();
  const from = dates[0], to = dates[dates.length - 1];
  const scope = t("scope", {
    statements: statementsCount(C.issue.length),
    articles: used.size === 1 ? S.articles_1 : t("articles_n", { n: number(used.size) }),
  }) + (from ? t(from === to ? "scope_day" : "scope_dates", { from: day(from), to: day(to) }) : "");
  const status = el("span", { role: "status", class: "muted" });
  return el("header", { class: "masthead" },
    el("p", { class: "eyebrow" }, S.heading),
    el("h1", { dir: "auto" }, data.title),
    el("p", { class: "scope" }, scope),
    el("div", { class: "tools" },
      el("button", { type: "button", onclick: () => {
        document.documentElement.dataset.theme = isDark() ? "light" : "dark";
        tellFrame();
      } }, S.theme),
      el("button", { type: "button", onclick: async () => {
        try {
          await navigator.clipboard.writeText(location.href);
          status.textContent = S.copied;
        } catch {
          status.textContent = S.copy_failed;
        }
      } }, S.copy),
      el("button", { type: "button", onclick: () => print() }, S.print), status),
    data.sentences.length > 0 && el("section", { class: "short", "aria-label": S.in_short },
      el("h2", {}, S.in_short), el("p", { class: "muted" }, S.in_short_note),
      el("ul", {}, data.sentences.map((segments) => el("li", {}, segments.map(segment))))));
}

function segment([text, [kind, ...rest]]) {
  if (!kind) return text;
  if (kind === "month") return month(text);
  const open = readTarget([kind, ...rest]);
  // A sentence is about all statements: its evidence must not be hidden by a filter.
  if (open === null) return bdi(text);
  // A link proper, not a button: it breaks across lines like the words around it.
  const address = new URLSearchParams(writeTarget(open).map((part) => ["open", part]));
  return el("a", {
    href: `#${address}`, dir: "auto",
    onclick: (event) => {
      event.preventDefault();
      const from = event.currentTarget;
      const { tab, order, compare } = state;
      state = { ...initialState(), tab, order, compare };
      syncFilters();
      update();
      openEvidence(open, from);
    },
  }, text);
}

let typing = 0;
const narrow = matchMedia("(max-width: 760px)");
narrow.addEventListener("change", () => document.querySelector(".more")?.toggleAttribute("open", !narrow.matches));

function filterBar() {
  const change = (name) => (event) => { state[name] = event.target.value; update(); };
  const select = (name, label, options) => el("span", { class: "field" },
    el("label", { for: `filter-${name}` }, label),
    el("select", { id: `filter-${name}`, onchange: change(name) },
      options.map(([value, text]) => el("option", { value }, text))));
  const dateField = (name, label) => el("span", { class: "field" }, el("label", { for: `filter-${name}` }, label),
    el("input", { type: "date", id: `filter-${name}`, onchange: (event) => {
      state[name] = validDate(event.target.value) ? event.target.value : "";
      update();
    } }));
  const said = new Set(C.actor);
  return el("form", { class: "filters", "aria-label": S.filters, role: "search", onsubmit: (event) => event.preventDefault() },
    el("fieldset", {}, el("legend", {}, S.filter_actors),
      data.actors.map((a, i) => (a.compared || said.has(i)) && el("label", { class: "check" },
        el("input", { type: "checkbox", value: i, class: "actor", onchange: (event) => {
          if (event.target.checked) state.actors.add(i); else state.actors.delete(i);
          update();
        } }), actorIcon(i), " ", bdi(a.label)))),
    el("details", { class: "more", open: !narrow.matches }, el("summary", {}, S.filters), el("div", { class: "fields" },
      select("group", S.filter_group, [["", S.all_groups], ...data.groups.map((g) => [g.id, g.label])]),
      select("stance", S.filter_stance, [["", S.any], ...STANCES.map((s) => [s, stanceWord(s)])]),
      select("attribution", S.filter_attribution, [["", S.any], ...[...ATTRIBUTIONS, "past"].map((a) => [a, S[a]])]),
      dateField("from", S.filter_from), dateField("to", S.filter_to),
      el("span", { class: "field grow" }, el("label", { for: "search" }, S.filter_search),
        el("input", { type: "search", id: "search", placeholder: S.search_hint, autocomplete: "off", oninput: (event) => {
          clearTimeout(typing);
          const text = event.target.value;
          typing = setTimeout(() => { state.q = text.trim(); update(); }, 120);   // a pause between two letters
        } })),
      el("span", { class: "field" }, el("span", { id: "count", role: "status" }),
        el("button", { type: "button", id: "clear", onclick: clearFilters }, S.clear)))));
}

function syncFilters() {
  document.querySelectorAll("input.actor").forEach((box) => { box.checked = state.actors.has(Number(box.value)); });
  for (const name of ["group", "stance", "attribution", "from", "to"]) document.getElementById(`filter-${name}`).value = state[name];
  document.getElementById("search").value = state.q;
}

function tabs() {
  const go = (name) => { state.tab = name; update(); document.getElementById(`tab-${name}`).focus(); };
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
    const tab = document.getElementById(`tab-${name}`);
    tab.setAttribute("aria-selected", String(name === state.tab));
    tab.tabIndex = name === state.tab ? 0 : -1;
  }
  document.getElementById("network-home").hidden = true;
  const view = document.getElementById("content");
  view.replaceChildren();
  document.getElementById("view").setAttribute("aria-labelledby", `tab-${state.tab}`);
  VIEWS[state.tab](view);
  markCurrent();
}

function update() {
  applyFilters();
  document.getElementById("count").textContent = t("count", { shown: number(shown.length), all: number(C.issue.length) });
  document.getElementById("clear").disabled = !filtersInWords();
  document.getElementById("stated").textContent = filtersInWords() ? t("filtered", { filters: filtersInWords() }) : "";
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
    document.getElementById("search").focus();
  } else if (source && !inField && !event.ctrlKey && !event.metaKey && !event.altKey && (event.key === "n" || event.key === "p")) {
    step(event.key === "n" ? 1 : -1);
  }
}

async function readData() {
  const plain = document.getElementById("data");
  if (plain) return JSON.parse(plain.textContent);
  const bytes = Uint8Array.from(atob(document.getElementById("data-gz").textContent), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

function checkData() {
  const length = C.issue.length;
  const sound = data.version === 1 && Object.values(C).every((column) => Array.isArray(column) && column.length === length)
    && C.issue.every((i) => data.issues[i]) && C.actor.every((a) => data.actors[a]) && C.article.every((a) => data.articles[a]);
  if (!sound) throw new Error("unsound data");
}

async function start() {
  data = await readData();
  ({ strings: S, columns: C, rules } = data);
  checkData();
  defaults = initialState();
  state = readHash();
  document.getElementById("app").append(
    masthead(), filterBar(),
    el("main", { id: "main" },
      el("div", { class: "left" }, tabs(), el("p", { id: "stated", class: "print-only" }),
        el("div", { id: "view", role: "tabpanel" },
          el("div", { id: "content" }), el("div", { id: "network-home", class: "network", hidden: true }))),
      el("aside", { id: "evidence", "aria-label": S.evidence })));
  document.getElementById("app").hidden = false;
  syncFilters();
  update();
  addEventListener("hashchange", () => { state = readHash(); syncFilters(); update(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tellFrame);
  document.addEventListener("keydown", keys);
}

start().catch(() => {
  // The strings may be what is damaged: the sentence is kept in the page itself.
  const box = document.getElementById("alert");
  box.textContent = box.dataset.damaged;
  document.getElementById("app").hidden = true;
});
