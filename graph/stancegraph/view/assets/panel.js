// The evidence beside every view: quotes, and the article with the passage marked.
let opener = null;      // where the focus goes back to
let source = null;      // the open source text: { article, spans, at, text, status }
const FIRST = 40;       // quotes shown at once; more on request

const panel = () => byId("evidence");

function openEvidence(open, from) {
  state.open = open;
  opener = from ?? document.activeElement;
  remember();
  renderPanel();
  panel().scrollTop = 0;
  markCurrent();
  panel().querySelector("h2").focus({ preventScroll: true });
  // On a narrow screen the panel lies below the view.
  if (panel().getBoundingClientRect().top > innerHeight * 0.6) panel().scrollIntoView({ block: "start" });
}

function closeEvidence() {
  state.open = null;
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

const linkTo = (open, text, extra = {}) => el("button", { type: "button", class: "link", dir: "auto", ...extra, ...target(open) }, text);

function renderPanel() {
  source = null;
  widen();
  const open = state.open;
  const body = open ? { cell: cellPanel, issue: issuePanel, pair: pairPanel, row: rowPanel }[open.kind](open)
    : restPanel();
  panel().replaceChildren(...[
    open && el("button", { type: "button", class: "close", onclick: closeEvidence }, S.evidence_close),
    ...body,
  ].flat(Infinity).filter(Boolean));
}

function heading(...kids) {
  return el("h2", { tabindex: "-1", dir: "auto" }, ...kids);
}

// Before anything is chosen, the newest words are there to be read.
function restPanel() {
  const newest = [];
  for (const i of shown) {
    if (newest.length === 3) break;
    if (C.counts[i]) newest.push(i);
  }
  return [
    el("h2", { tabindex: "-1" }, S.evidence), el("p", { class: "muted" }, S.evidence_hint),
    newest.length > 0 && el("h3", {}, S.evidence_newest),
    newest.map((i) => card(i, true)),
  ];
}

function meaning(issue) {
  const record = data.issues[issue];
  return [
    el("p", { class: "proposition", dir: "auto" }, record.proposition),
    record.support && record.oppose && el("details", { class: "meaning" }, el("summary", {}, S.meaning),
      el("p", { dir: "auto" }, t("meaning_for", { support: record.support })),
      el("p", { dir: "auto" }, t("meaning_against", { oppose: record.oppose }))),
  ];
}

function cards(ids, named = false) {
  const rest = ids.slice(FIRST);
  const more = rest.length > 0 && el("button", { type: "button", class: "more-cards", onclick: (event) => {
    event.currentTarget.replaceWith(...cards(rest, named));
  } }, t("show_more", { n: number(rest.length) }));
  return [...ids.slice(0, FIRST).map((i) => card(i, named)), more].filter(Boolean);
}

const asideIds = (test) => shown.filter((i) => !C.counts[i] && test(i));

function cellPanel({ actor, issue }) {
  const held = standingOf(actor, issue);
  return [
    heading(actorIcon(actor), " ", t("evidence_of", { actor: actorLabel(actor), issue: issueLabel(issue) })),
    meaning(issue),
    held ? summaryLine(held) : el("p", {}, S.no_statement),
    held ? cards(held.ids) : [],
    uncounted(asideIds((i) => C.actor[i] === actor && C.issue[i] === issue)),
  ];
}

function uncounted(ids) {
  return ids.length ? [el("h3", {}, S.uncounted), cards(ids, true)] : [];
}

function issuePanel({ issue }) {
  const held = chosenActors().map((a) => standingOf(a, issue)).filter(Boolean);
  return [
    heading(issueLabel(issue)),
    meaning(issue),
    held.map((s) => [el("h3", {}, actorName(s.actor)), summaryLine(s), cards(s.ids)]),
    held.length === 0 && el("p", {}, S.no_statement),
    uncounted(asideIds((i) => C.issue[i] === issue)),
  ];
}

function pairPanel({ one, other, period }) {
  const among = period ? summarise(shown.filter(within(period))) : cells;
  const pair = pairAgreement(one, other, among);
  const name = t("pair", { one: actorLabel(one), other: actorLabel(other) });
  const head = [heading(name), period && el("p", { class: "muted" }, periodLabel(period))];
  if (pair.value === null) return [head, el("p", {}, S.no_shared)];
  const parts = [["agrees", S.pair_agree], ["agrees-partly", S.pair_partly], ["differs", S.pair_differ]];
  const side = (s) => el("div", { class: "side" },
    el("p", { class: "line" }, actorIcon(s.actor), " ", el("span", { class: "who" }, bdi(actorLabel(s.actor))), " ", chip(s.word), " ",
      linkTo({ kind: "cell", actor: s.actor, issue: s.issue }, statementsCount(s.n)), s.low && ` · ${S.low_evidence}`),
    quotation(s.ids[0], true));
  return [
    head,
    el("p", { class: "summary" }, el("strong", {}, percent(pair.value)), ` · ${issuesCount(pair.shared.length)} · `,
      t("interval", { low: percent(pair.low), high: percent(pair.high) }), ` · ${statementsCount(pair.n)}`),
    parts.map(([word, title]) => {
      const found = pair.shared.filter((s) => agreeWord(s.one, s.other) === word);
      if (!found.length) return [];
      return [
        el("h3", {}, el("span", { "aria-hidden": "true" }, `${GLYPHS[word]} `), `${title} (${number(found.length)})`),
        el("ul", { class: "pairs" }, found.map((s) => el("li", {},
          linkTo({ kind: "issue", issue: s.issue }, issueLabel(s.issue)), side(s.one), side(s.other)))),
      ];
    }),
  ];
}

function rowPanel({ row }) {
  return [
    heading(actorIcon(C.actor[row]), " ", t("evidence_of", { actor: actorLabel(C.actor[row]), issue: issueLabel(C.issue[row]) })),
    meaning(C.issue[row]),
    card(row),
  ];
}

function summaryLine(held) {
  return el("p", { class: "summary" }, chip(held.word), " ",
    [statementsCount(held.n), held.contested && S.contested_long, held.low && S.low_evidence_long,
      held.stale && t("stale", { n: number(rules.stale) }), held.move && moveText(held.move)].filter(Boolean).join(" · "));
}

function moveText(move) {
  return t("moved", {
    before: `${GLYPHS[move.before]} ${S[move.before]}`, after: `${GLYPHS[move.after]} ${S[move.after]}`, ...moveDates(move),
  });
}

function quotation(i, short = false) {
  const snippet = !short && C.before[i] >= 0;
  return el("blockquote", { lang: articleOf(i).language, dir: "auto", class: short ? "short-quote" : null },
    snippet && el("span", { class: "context" }, pooled(C.before[i])),
    el("q", {}, quoteOf(i)),
    snippet && el("span", { class: "context" }, pooled(C.after[i])));
}

function card(i, named = false) {
  const article = articleOf(i), stance = STANCES[C.stance[i]], hasText = C.start[i] >= 0;
  const box = el("article", { class: "card", "data-row": i });
  const condition = pooled(C.condition[i]);
  const voice = C.by[i] >= 0
    ? `${S[ATTRIBUTIONS[C.attribution[i]]]}, ${t("by", { actor: actorLabel(C.by[i]) })}`
    : S[ATTRIBUTIONS[C.attribution[i]]];
  const link = article.url && /^https?:/i.test(article.url)
    && el("a", { href: article.url, rel: "noopener noreferrer", target: "_blank" }, S.open_link);
  box.append(...[
    named && el("p", { class: "line" }, actorName(C.actor[i]), " – ",
      linkTo({ kind: "cell", actor: C.actor[i], issue: C.issue[i] }, issueLabel(C.issue[i]))),
    el("p", { class: "meta" },
      dateOf(i) ? el("time", { datetime: dateOf(i) }, day(dateOf(i))) : S.undated,
      " · ", bdi(article.publisher ?? article.title), article.publisher && [" · ", el("span", { class: "title" }, bdi(article.title))]),
    el("p", { class: "line" }, chip(STANCE_WORDS[stance], stanceWord(stance)), " ",
      el("strong", { class: "holder", dir: "auto" }, pooled(C.holder[i])), " ",
      el("span", { class: "muted" }, [voice, C.past[i] && S.past,
        t("confidence", { value: percent(C.confidence[i]) })].filter(Boolean).join(" · "))),
    quotation(i),
    condition && el("p", { class: "condition", dir: "auto" }, t("only_if", { condition })),
    (hasText || link) && el("p", { class: "actions" },
      hasText && el("button", {
        type: "button", class: "source", "aria-expanded": "false",
        onclick: (event) => toggleSource(i, box, event.currentTarget),
      }, S.show_source), link),
  ].flat(Infinity).filter(Boolean));
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
  source.status.textContent = source.spans.length > 1
    ? t("source_keys", { i: number(source.at + 1), n: number(source.spans.length) }) : S.source_one;
  const mark = source.text.querySelector("mark.now");
  source.text.scrollTop = mark.offsetTop - source.text.clientHeight / 3;
}
