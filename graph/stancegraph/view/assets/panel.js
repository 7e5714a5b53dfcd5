// The evidence beside every view: quotes, and the article with the passage marked.
let opener = null;      // where the focus goes back to
let source = null;      // the open source text: { spans, at, box, status }

const panel = () => document.getElementById("evidence");

function openEvidence(target, from) {
  state.open = target;
  opener = from ?? document.activeElement;
  remember();
  renderPanel();
  markCurrent();
  panel().querySelector("h2").focus({ preventScroll: true });
  // On a narrow screen the panel lies below the view.
  if (panel().getBoundingClientRect().top > innerHeight * 0.6) panel().scrollIntoView({ block: "start" });
}

function closeEvidence() {
  state.open = null;
  source = null;
  remember();
  renderPanel();
  markCurrent();
  const back = opener?.isConnected ? opener : document.querySelector(".tabs [aria-selected=true]");
  back?.focus();
}

function markCurrent() {
  document.querySelectorAll("[data-target][aria-current]").forEach((n) => n.removeAttribute("aria-current"));
  if (!state.open) return;
  const name = JSON.stringify(writeTarget(state.open));
  document.querySelectorAll("[data-target]").forEach((node) => {
    if (node.dataset.target === name) node.setAttribute("aria-current", "true");
  });
}

function target(open) {
  return {
    "data-target": JSON.stringify(writeTarget(open)),
    onclick: (event) => openEvidence(open, event.currentTarget),
  };
}

function renderPanel() {
  source = null;
  const open = state.open;
  const body = open ? { cell: cellPanel, issue: issuePanel, pair: pairPanel, row: rowPanel }[open.kind](open)
    : [el("h2", { tabindex: "-1" }, S.evidence), el("p", { class: "muted" }, S.evidence_hint)];
  panel().replaceChildren(...[
    open && el("button", { type: "button", class: "close", onclick: closeEvidence }, S.evidence_close),
    ...body,
  ].filter(Boolean));
  panel().scrollTop = 0;
}

function heading(...kids) {
  return el("h2", { tabindex: "-1", dir: "auto" }, ...kids);
}

function meaning(issue) {
  const record = data.issues[issue];
  return [
    el("p", { class: "proposition", dir: "auto" }, record.proposition),
    record.support && record.oppose && el("p", { class: "muted", dir: "auto" },
      t("meaning", { support: record.support, oppose: record.oppose })),
  ];
}

function cellPanel({ actor, issue }) {
  const held = cells.get(key(actor, issue));
  const aside = shown.filter((i) => C.actor[i] === actor && C.issue[i] === issue && !C.counts[i]).sort(newestFirst);
  return [
    heading(actorIcon(actor), " ", t("evidence_of", { actor: data.actors[actor].label, issue: data.issues[issue].label })),
    ...meaning(issue),
    held ? summaryLine(held) : el("p", {}, S.no_statement),
    ...(held ? held.ids.map((i) => card(i)) : []),
    ...uncounted(aside),
  ];
}

function uncounted(ids) {
  return ids.length ? [el("h3", {}, S.uncounted), ...ids.map((i) => card(i))] : [];
}

function issuePanel({ issue }) {
  const held = chosenActors().map((a) => cells.get(key(a, issue))).filter(Boolean);
  const aside = shown.filter((i) => C.issue[i] === issue && !C.counts[i]).sort(newestFirst);
  return [
    heading(data.issues[issue].label),
    ...meaning(issue),
    ...held.flatMap((s) => [
      el("h3", {}, actorIcon(s.actor), " ", bdi(data.actors[s.actor].label)),
      summaryLine(s), ...s.ids.map((i) => card(i)),
    ]),
    held.length === 0 && el("p", {}, S.no_statement),
    ...uncounted(aside),
  ];
}

function pairPanel({ one, other }) {
  const pair = pairAgreement(one, other);
  const label = t("pair", { one: data.actors[one].label, other: data.actors[other].label });
  if (pair.value === null) return [heading(label), el("p", {}, S.no_shared)];
  const parts = [["agrees", S.pair_agree], ["agrees-partly", S.pair_partly], ["differs", S.pair_differ]];
  return [
    heading(label),
    el("p", {}, el("strong", {}, percent(pair.value)), ` · ${issuesCount(pair.shared.length)} · `,
      t("interval", { low: percent(pair.low), high: percent(pair.high) }), ` · ${statementsCount(pair.n)}`),
    ...parts.flatMap(([word, title]) => {
      const found = pair.shared.filter((s) => agreeWord(s.one, s.other) === word);
      if (!found.length) return [];
      return [
        el("h3", {}, `${GLYPHS[word]} ${title} (${number(found.length)})`),
        el("ul", { class: "pairs" }, found.map((s) => el("li", {},
          el("button", { type: "button", class: "link", dir: "auto", ...target({ kind: "issue", issue: s.issue }) },
            data.issues[s.issue].label),
          el("span", { class: "both" },
            actorIcon(one), chip(s.one.word), actorIcon(other), chip(s.other.word))))),
      ];
    }),
  ];
}

function rowPanel({ row }) {
  return [
    heading(t("evidence_of", { actor: data.actors[C.actor[row]].label, issue: data.issues[C.issue[row]].label })),
    ...meaning(C.issue[row]),
    card(row),
  ];
}

function summaryLine(held) {
  return el("p", { class: "summary" }, chip(held.word), " ",
    [statementsCount(held.n), held.contested && S.contested_long, held.low && S.low_evidence_long,
      held.move && moveText(held.move)].filter(Boolean).join(" · "));
}

function moveText(move) {
  return t("moved", {
    before: `${GLYPHS[move.before]} ${S[move.before]}`, start: month(move.start),
    after: `${GLYPHS[move.after]} ${S[move.after]}`, end: month(move.end),
  });
}

function card(i) {
  const article = articleOf(i);
  const stance = STANCES[C.stance[i]];
  const hasText = C.start[i] >= 0, hasSnippet = C.before[i] >= 0;
  const box = el("article", { class: "card", "data-row": i });
  const condition = pooled(C.condition[i]);
  const voice = C.by[i] >= 0
    ? `${S[ATTRIBUTIONS[C.attribution[i]]]}, ${t("by", { actor: data.actors[C.by[i]].label })}`
    : S[ATTRIBUTIONS[C.attribution[i]]];
  const link = article.url && /^https?:/i.test(article.url)
    && el("a", { href: article.url, rel: "noopener noreferrer", target: "_blank" }, S.open_link);
  box.append(...[
    el("p", { class: "meta" },
      dateOf(i) ? el("time", { datetime: dateOf(i) }, day(dateOf(i))) : S.undated,
      " · ", bdi(article.publisher ?? article.title)),
    el("p", { class: "line" }, chip(stanceWordClass[stance], stanceWord(stance)), " ",
      el("strong", { class: "holder", dir: "auto" }, pooled(C.holder[i])), " ",
      el("span", { class: "muted" }, [voice, C.past[i] && S.past,
        t("confidence", { value: percent(C.confidence[i]) })].filter(Boolean).join(" · "))),
    el("blockquote", { lang: article.language, dir: "auto" },
      hasSnippet && el("span", { class: "context" }, pooled(C.before[i])),
      el("q", {}, quoteOf(i)),
      hasSnippet && el("span", { class: "context" }, pooled(C.after[i]))),
    condition && el("p", { class: "condition", dir: "auto" }, t("only_if", { condition })),
    (hasText || link) && el("p", { class: "actions" },
      hasText && el("button", {
        type: "button", class: "source", "aria-expanded": "false",
        onclick: (event) => toggleSource(i, box, event.currentTarget),
      }, S.show_source), link),
  ].filter(Boolean));
  return box;
}

function closeSource() {
  document.querySelectorAll(".source-text").forEach((n) => n.remove());
  document.querySelectorAll("button.source").forEach((b) => b.setAttribute("aria-expanded", "false"));
  source = null;
}

function toggleSource(i, box, button) {
  const wasOpen = button.getAttribute("aria-expanded") === "true";
  closeSource();
  if (wasOpen) return;
  button.setAttribute("aria-expanded", "true");
  // The passages of everything now in the panel that comes from this article.
  const rows = [...panel().querySelectorAll(".card")].map((n) => Number(n.dataset.row))
    .filter((k) => C.article[k] === C.article[i] && C.start[k] >= 0);
  const spans = [...new Set(rows.map((k) => `${C.start[k]} ${C.end[k]}`))]
    .map((text) => text.split(" ").map(Number)).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const article = articleOf(i);
  const text = el("div", { class: "text", tabindex: "0", role: "region", lang: article.language, dir: "auto", "aria-label": article.title });
  const status = el("span", { class: "muted", role: "status" });
  box.append(el("section", { class: "source-text" },
    el("h3", { dir: "auto" }, article.title),
    el("p", { class: "actions" },
      spans.length > 1 && el("button", { type: "button", onclick: () => step(-1) }, S.source_previous),
      spans.length > 1 && el("button", { type: "button", onclick: () => step(1) }, S.source_next), status),
    text));
  source = {
    article: C.article[i], spans, status, text,
    at: spans.findIndex(([start, end]) => start === C.start[i] && end === C.end[i]),
  };
  drawSource();
  text.focus({ preventScroll: true });
}

function step(by) {
  source.at = (source.at + by + source.spans.length) % source.spans.length;
  drawSource();
}

function drawSource() {
  const whole = data.articles[source.article].text;
  const now = source.spans[source.at];
  const cuts = [...new Set([0, whole.length, ...source.spans.flat()])].sort((a, b) => a - b);
  const inside = ([start, end], a, b) => start <= a && b <= end;
  source.text.replaceChildren(...cuts.slice(1).map((end, k) => {
    const start = cuts[k];
    const piece = whole.slice(start, end);
    if (inside(now, start, end)) return el("mark", { class: "now" }, piece);
    return source.spans.some((span) => inside(span, start, end)) ? el("mark", {}, piece) : piece;
  }));
  source.status.textContent = t("source_keys", { i: number(source.at + 1), n: number(source.spans.length) });
  const mark = source.text.querySelector("mark.now");
  source.text.scrollTop = mark.offsetTop - source.text.offsetTop - source.text.clientHeight / 3;
}
