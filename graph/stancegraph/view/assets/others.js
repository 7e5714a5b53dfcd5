// Agreement, network, shifts and statements.
let rowsBy = { column: "date", down: true, page: 0 };
const PAGE = 50;   // rows that still scroll and read well on a laptop

function renderAgreement(view) {
  const actors = chosenActors();
  view.append(el("h2", {}, S.agreement_title), el("p", { class: "muted" }, S.agreement_note));
  if (!cells.size) return view.append(nothingFound(true));
  if (actors.length < 2) return view.append(el("p", {}, S.one_actor));
  const box = (one, other) => {
    if (one === other) return el("td", { class: "self" }, "–");
    const pair = pairAgreement(one, other);
    if (pair.value === null) return el("td", {}, el("span", { class: "pair none" }, S.no_shared));
    const button = el("button", {
      type: "button", class: "pair", ...target(one < other ? { kind: "pair", one, other } : { kind: "pair", one: other, other: one }),
    },
    el("span", { class: "bar", "aria-hidden": "true" }, el("span", { class: "fill" }), el("span", { class: "range" })),
    el("span", { class: "value" }, percent(pair.value)),
    el("span", { class: "facts" }, `${issuesCount(pair.shared.length)} · ${t("interval", { low: percent(pair.low), high: percent(pair.high) })}`));
    button.style.setProperty("--value", pair.value);
    button.style.setProperty("--low", pair.low);
    button.style.setProperty("--high", pair.high);
    return el("td", {}, button);
  };
  view.append(el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": S.agreement_title },
    el("table", { class: "pairs-table" },
      el("thead", {}, el("tr", {}, el("td", {}),
        actors.map((a) => el("th", { scope: "col", dir: "auto" }, actorIcon(a), " ", data.actors[a].label)))),
      el("tbody", {}, actors.map((one) => el("tr", {},
        el("th", { scope: "row", dir: "auto" }, actorIcon(one), " ", data.actors[one].label),
        actors.map((other) => box(one, other))))))));
  return undefined;
}

// --- network --------------------------------------------------------------

let frame = null, frameReady = false;

function renderNetwork(view) {
  view.append(el("h2", {}, S.network_title), el("p", { class: "muted" }, S.network_note));
  const ties = [...cells.values()].filter((s) => state.actors.has(s.actor));
  if (!ties.length) return view.append(nothingFound(true));
  // The frame is made once, when first wanted, and kept: moving it would load it again.
  document.getElementById("network-home").hidden = false;
  if (!frame) {
    frame = el("iframe", { sandbox: "allow-scripts", title: S.network_frame });
    frame.style.setProperty("--height", `${data.network_height}px`);
    frame.srcdoc = JSON.parse(document.getElementById("network-page").textContent);
    document.getElementById("network-home").append(frame);
  }
  tellFrame();
  view.append(el("details", { class: "ties", open: narrow.matches }, el("summary", {}, S.network_list),
    el("ul", {}, ties.map((s) => el("li", {},
      el("button", { type: "button", class: "link", ...target({ kind: "cell", actor: s.actor, issue: s.issue }) },
        t("evidence_of", { actor: data.actors[s.actor].label, issue: data.issues[s.issue].label })),
      " ", chip(s.word), ` ${statementsCount(s.n)}`)))));
  return undefined;
}

function tellFrame() {
  if (!frame || !frameReady) return;
  const ties = {};
  for (const [id, [actor, issue]] of Object.entries(data.ties)) {
    const held = cells.get(key(actorNumber(actor), issueNumber(issue)));
    if (held && state.actors.has(held.actor)) {
      ties[id] = {
        word: held.word, n: held.n,
        title: `${data.actors[held.actor].label} – ${data.issues[held.issue].label}\n${S[held.word]} · ${statementsCount(held.n)}`,
      };
    }
  }
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  frame.contentWindow.postMessage({
    kind: "stancegraph-show", ties,
    theme: { dark: isDark(), ink: colour("--ink"), paper: colour("--paper"), line: colour("--line") },
  }, "*");
}

addEventListener("message", (event) => {
  if (!frame || event.source !== frame.contentWindow || !event.data) return;
  if (event.data.kind === "stancegraph-ready") {
    frameReady = true;
    tellFrame();
  }
  const tie = event.data.kind === "stancegraph-tie" && Object.hasOwn(data.ties, event.data.id) && data.ties[event.data.id];
  if (tie) openEvidence({ kind: "cell", actor: actorNumber(tie[0]), issue: issueNumber(tie[1]) }, frame);
});

// --- shifts ---------------------------------------------------------------

function renderShifts(view) {
  view.append(el("h2", {}, S.shifts_title), el("p", { class: "muted" }, S.shifts_note));
  const actors = chosenActors();
  const charts = data.issues.map((_, issue) => ({
    issue,
    lines: actors.map((a) => cells.get(key(a, issue))).filter(Boolean)
      .map((s) => ({ actor: s.actor, months: byMonth(s.ids) })).filter((l) => l.months.length > 0),
  })).filter((c) => c.lines.some((l) => l.months.length > 1));
  if (!charts.length) return view.append(el("p", {}, S.shifts_none));
  const names = charts.flatMap((c) => c.lines.flatMap((l) => l.months.map((m) => m.name))).sort();
  const when = (name) => Date.parse(`${name}-01`);
  const from = when(names[0]), to = Math.max(when(names[names.length - 1]), from + 1);
  view.append(el("div", { class: "charts" }, charts.map((c) => chart(c, when, from, to))));
  return undefined;
}

function chart({ issue, lines }, when, from, to) {
  const width = 340, height = 150, left = 12, right = 110, top = 14, bottom = 24;
  const x = (name) => left + (when(name) - from) / (to - from) * (width - left - right);
  const y = (value) => top + (1 - value) / 2 * (height - top - bottom);
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "chart", "aria-hidden": "true" },
    svg("path", { class: "axis", d: [1, 0, -1].map((v) => `M${left},${y(v)}H${width - right}`).join("") }));
  const label = (px, py, text, anchor) => {
    const node = svg("text", { x: px, y: py, "text-anchor": anchor });
    node.textContent = text;
    return node;
  };
  const iso = (stamp) => new Date(stamp).toISOString().slice(0, 7);
  picture.append(label(left, height - 6, month(iso(from)), "start"), label(width - right, height - 6, month(iso(to)), "end"));
  lines.forEach(({ actor, months }, k) => {
    const lift = (k - (lines.length - 1) / 2) * 2.5;   // equal positions stay visible side by side
    months.slice(1).forEach((to_, j) => {
      const from_ = months[j];
      const gap = (when(to_.name) - when(from_.name)) / 864e5 > rules.half_life + 31;
      picture.append(svg("path", {
        class: `line a${actor % 6}${gap ? " gap" : ""}`,
        d: `M${x(from_.name)},${y(from_.value) + lift}H${x(to_.name)}V${y(to_.value) + lift}`,
      }));
    });
    months.forEach((m) => picture.append(actorMark(actor, x(m.name), y(m.value) + lift, 3.5)));
  });
  // End labels keep 13 px apart, in the order of their lines.
  const ends = lines.map(({ actor, months }) => ({ actor, y: y(months[months.length - 1].value) })).sort((a, b) => a.y - b.y);
  ends.forEach((end, k) => { if (k) end.y = Math.max(end.y, ends[k - 1].y + 13); });
  const over = ends.length ? ends[ends.length - 1].y - (height - bottom + 4) : 0;
  ends.forEach((end) => {
    const py = over > 0 ? end.y - over : end.y;
    picture.append(actorMark(end.actor, width - right + 14, py, 3.5), label(width - right + 24, py + 4, data.actors[end.actor].label, "start"));
  });
  const told = lines.map(({ actor, months }) => `${data.actors[actor].label}: ${months.map((m) => `${month(m.name)} ${S[m.word]}`).join(", ")}`).join("; ");
  return el("figure", {},
    el("figcaption", {}, el("button", { type: "button", class: "link", dir: "auto", ...target({ kind: "issue", issue }) }, data.issues[issue].label)),
    picture, el("span", { class: "sr" }, told));
}

// --- statements -------------------------------------------------------------

const COLUMNS = {
  date: (i) => dateOf(i) ?? "", actor: (i) => data.actors[C.actor[i]].label, holder: (i) => pooled(C.holder[i]),
  issue: (i) => data.issues[C.issue[i]].label, stance: (i) => stanceWord(STANCES[C.stance[i]]), quote: quoteOf,
  attribution: (i) => S[ATTRIBUTIONS[C.attribution[i]]], confidence: (i) => C.confidence[i],
  source: (i) => articleOf(i).title,
};

function renderStatements(view) {
  view.append(el("div", { class: "viewbar" }, el("h2", {}, S.statements_title),
    el("button", { type: "button", onclick: saveCsv }, S.csv)));
  if (!shown.length) return view.append(nothingFound());
  const value = COLUMNS[rowsBy.column];
  const collator = new Intl.Collator();
  const ids = [...shown].sort((a, b) => {
    const one = value(a), other = value(b);
    const order = typeof one === "number" ? one - other : collator.compare(one, other);
    return (rowsBy.down ? -order : order) || a - b;
  });
  const pages = Math.ceil(ids.length / PAGE);
  rowsBy.page = Math.min(rowsBy.page, pages - 1);
  const head = Object.keys(COLUMNS).map((column) => el("th", {
    scope: "col", "aria-sort": rowsBy.column === column ? (rowsBy.down ? "descending" : "ascending") : "none",
  }, el("button", { type: "button", class: "sorter", "data-column": column, onclick: () => {
    rowsBy = { column, down: rowsBy.column === column ? !rowsBy.down : column === "date", page: 0 };
    renderView();
    document.querySelector(`[data-column=${column}]`).focus();
  } }, S[`col_${column}`], el("span", { "aria-hidden": "true" }, rowsBy.column === column ? (rowsBy.down ? " ↓" : " ↑") : ""))));
  const row = (i) => el("tr", {},
    el("td", { class: "nowrap" }, dateOf(i) ? day(dateOf(i)) : S.undated),
    el("td", {}, bdi(COLUMNS.actor(i))), el("td", {}, bdi(COLUMNS.holder(i) ?? "")), el("td", {}, bdi(COLUMNS.issue(i))),
    el("td", {}, chip(stanceWordClass[STANCES[C.stance[i]]], COLUMNS.stance(i)),
      pooled(C.condition[i]) && el("span", { class: "gloss", dir: "auto" }, t("only_if", { condition: pooled(C.condition[i]) }))),
    el("td", { class: "quote" }, el("button", { type: "button", class: "link", lang: articleOf(i).language, dir: "auto", ...target({ kind: "row", row: i }) }, quoteOf(i))),
    el("td", {}, COLUMNS.attribution(i), C.past[i] ? ` · ${S.past}` : ""),
    el("td", { class: "number" }, percent(C.confidence[i])),
    el("td", {}, bdi(COLUMNS.source(i))));
  const turn = (by) => { rowsBy.page += by; renderView(); document.querySelector(".pager button:not([disabled])").focus(); };
  view.append(
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": S.statements_title },
      el("table", { class: "statements" }, el("thead", {}, el("tr", {}, head)),
        el("tbody", {}, ids.slice(rowsBy.page * PAGE, (rowsBy.page + 1) * PAGE).map(row)))),
    pages > 1 && el("p", { class: "pager" },
      el("button", { type: "button", disabled: rowsBy.page === 0, onclick: () => turn(-1) }, S.previous),
      el("span", { role: "status" }, t("page_of", { page: number(rowsBy.page + 1), pages: number(pages) })),
      el("button", { type: "button", disabled: rowsBy.page === pages - 1, onclick: () => turn(1) }, S.next)) || "");
  return undefined;
}

function saveCsv() {
  // A spreadsheet runs what begins like a formula: such a value gets an apostrophe.
  const guard = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  const field = (value) => `"${guard(String(value ?? "")).replaceAll('"', '""')}"`;
  const head = ["date", "actor", "holder", "issue", "stance", "condition", "attribution", "time",
    "confidence", "quote", "article", "title", "publisher", "url"];
  const lines = shown.map((i) => [
    dateOf(i), data.actors[C.actor[i]].id, pooled(C.holder[i]), data.issues[C.issue[i]].id, STANCES[C.stance[i]],
    pooled(C.condition[i]), ATTRIBUTIONS[C.attribution[i]], C.past[i] ? "past" : "current", C.confidence[i], quoteOf(i),
    articleOf(i).id, articleOf(i).title, articleOf(i).publisher, articleOf(i).url,
  ].map(field).join(","));
  const text = `\ufeff${[head.join(","), ...lines].join("\r\n")}\r\n`;
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = el("a", { href: url, download: "statements.csv" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
