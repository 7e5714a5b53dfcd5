// On paper: two pages, whatever is on the screen, with the filters stated.
const BRIEF_ROWS = 44;    // lines of the matrix that one page holds and that can still be read
const BRIEF_QUOTES = 6;
const BRIEF_WORDS = 5;    // of a quote that says something by itself

function briefing() {
  const filters = filtersInWords();
  const head = (part) => el("header", { class: "brief-head" },
    el("p", { class: "brief-title", dir: "auto" }, data.title),
    el("p", { class: "muted" }, `${scopeInWords()} · ${t("brief_page", { page: number(part), pages: number(2) })}`),
    el("p", { class: "muted" }, filters ? t("filtered", { filters }) : S.no_filters));
  const quotes = briefQuotes().map((i) => el("li", {},
    el("p", { class: "line" }, el("strong", {}, bdi(actorLabel(C.actor[i]))), " – ", bdi(issueLabel(C.issue[i])), " ",
      chip(STANCE_WORDS[STANCES[C.stance[i]]], stanceWord(STANCES[C.stance[i]]))),
    el("blockquote", { lang: articleOf(i).language, dir: "auto" }, el("q", {}, shortened(quoteOf(i), 240))),
    el("p", { class: "muted" }, [pooled(C.holder[i]), dateOf(i) ? day(dateOf(i)) : S.undated, publisherOf(i), articleOf(i).title].filter(Boolean).join(" · "))));
  const plate = (title, drawn, more = "") => el("section", { class: `plate ${more}` }, el("h2", {}, title), drawn);
  const nothing = cells.size === 0, actors = chosenActors().length;
  // Many pairs need the paper's whole width to be told with all that goes with a score.
  const crowded = actors > FITTING;
  const pairs = actors > 1 && plate(S.agreement_title, drawAgreement({ width: crowded ? 110 + 105 * (actors - 1) : 480, brief: true }));
  byId("briefing").replaceChildren(
    el("div", { class: "sheet" }, head(1),
      data.sentences.length > 0 && el("section", { class: "brief-short" }, el("h2", {}, S.in_short), el("p", { class: "muted" }, S.in_short_note_paper),
        el("ul", {}, data.sentences.map((segments) => el("li", {}, segments.map(plainSegment))))),
      el("section", { class: "plate grow" }, el("h2", {}, S.heading), nothing ? nothingFound(true) : drawPositions({ width: 900 + 70 * Math.max(0, actors - FITTING), rows: BRIEF_ROWS }))),
    el("div", { class: "sheet" }, head(2),
      !nothing && crowded && pairs,
      !nothing && el("div", { class: "columns" },
        el("div", {}, !crowded && pairs,
          plate(S[`network_${state.network}`], drawNetwork({ width: 560, label: 190, scale: 0.85 }), "grow")),
        el("div", {}, plate(S.shifts_title, drawShifts({ width: 500, across: 2, most: crowded ? 2 : 6, high: 100 })),
          el("section", { class: "plate quotes" }, el("h2", {}, S.brief_quotes), el("ol", {}, quotes)))),
      el("p", { class: "muted foot" }, S.brief_foot)));
}

// The newest words behind what is open, then behind each sentence; those first that count.
function briefQuotes() {
  const targets = [state.open, ...data.sentences.flat().map(([, [kind, ...rest]]) => readTarget([kind, ...rest]))].filter(Boolean);
  const found = new Set();
  const actors = chosenActors();
  const newest = (actor, issue) => {
    const held = standingOf(actor, issue);
    if (held) found.add(held.ids.find((i) => quoteOf(i).split(/\s+/).length >= BRIEF_WORDS) ?? held.ids[0]);
  };
  for (const open of targets) {
    if (open.kind === "row") found.add(open.row);
    else if (open.kind === "cell") newest(open.actor, open.issue);
    else if (open.kind === "issue") {
      // Of a whole issue, the two who stand furthest apart.
      const held = actors.map((a) => standingOf(a, open.issue)).filter(Boolean).sort((a, b) => a.value - b.value);
      [held[held.length - 1], held[0]].filter(Boolean).forEach((s) => newest(s.actor, open.issue));
    }
  }
  for (const i of shown) {
    if (found.size >= BRIEF_QUOTES) break;
    if (C.counts[i]) found.add(i);
  }
  return [...found].slice(0, BRIEF_QUOTES);
}

const shortened = (text, most) => (text.length > most ? `${text.slice(0, text.lastIndexOf(" ", most))} …` : text);
