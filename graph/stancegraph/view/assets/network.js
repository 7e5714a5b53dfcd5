// The network: pyvis's picture in a frame of its own, and a list of the same ties.
let frame = null, frameReady = false;

const framePage = async () => JSON.parse(await unpacked("network-gz"));

function renderNetwork(view) {
  const kind = state.network;
  view.append(el("div", { class: "viewbar" }, el("h2", {}, S.network_title),
    select("choose-network", S.network_kind, NETWORKS.map((n) => [n, S[`network_${n}`]]), kind, (value) => choose("network", value)),
    exportButtons("network", drawNetwork)),
  el("p", { class: "muted note" }, S[`network_note_${kind}`]));
  const ties = kind === "ties" ? [...cells.values()] : projections();
  if (!ties.length) return view.append(nothingFound(true));
  const home = byId("network-home");
  home.hidden = false;
  home.classList.toggle("ring", kind !== "ties");
  // Where it scrolls sideways, the keyboard must be able to scroll it as well.
  for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", S.network_title]]) {
    if (narrow.matches && kind === "ties") home.setAttribute(name, value); else home.removeAttribute(name);
  }
  home.style.setProperty("--height", `${frameHeight(kind)}px`);
  // The frame is made once, when first wanted, and kept: moving it would load it again.
  if (!frame) {
    frame = el("iframe", { sandbox: "allow-scripts", title: S.network_frame });
    framePage().then((html) => {
      frame.srcdoc = html;
      home.append(frame);
    }).catch(() => home.replaceChildren(el("p", { class: "notice" }, S.network_failed)));
  }
  tellFrame();
  // The list stands below the picture, where it is the picture for those who cannot see it.
  byId("network-list").hidden = false;
  byId("network-list").replaceChildren(el("details", { class: "ties", open: narrow.matches }, el("summary", {}, S.network_list),
    kind === "ties" ? tieList(ties) : projectionTable(ties)));
  return undefined;
}

function tieList(ties) {
  return el("ul", {}, ties.map((s) => el("li", {},
    linkTo({ kind: "cell", actor: s.actor, issue: s.issue }, t("evidence_of", { actor: actorLabel(s.actor), issue: issueLabel(s.issue) })),
    " ", chip(s.word), ` ${statementsCount(s.n)}${s.low ? ` · ${S.low_evidence}` : ""}`)));
}

function projections() {
  const actors = chosenActors().filter(circlePlace);
  return actors.flatMap((one, k) => actors.slice(k + 1).map((other) => projection(one, other))).filter(Boolean);
}

const interval = ({ low, high }) => t("interval", { low: decimal(low), high: decimal(high) });

function projectionTable(ties) {
  const kind = state.network;
  const rows = [...ties].sort((a, b) => b[kind].value - a[kind].value);
  return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": S.network_list },
    el("table", { class: "plain" },
      el("thead", {}, el("tr", {}, [S.col_pair, S[`network_${kind}`], S.col_interval, S.col_issues, S.col_statements].map((name) => el("th", { scope: "col" }, name)))),
      el("tbody", {}, rows.map((tie) => el("tr", {},
        el("th", { scope: "row" }, linkTo({ kind: "pair", one: tie.one, other: tie.other }, t("pair", { one: actorLabel(tie.one), other: actorLabel(tie.other) }))),
        [decimal(tie[kind].value), interval(tie[kind]), number(tie.issues), number(tie.n)].map((text) => el("td", { class: "number" }, text)))))));
}

function tellFrame() {
  if (!frame || !frameReady) return;
  const kind = state.network, ties = {};
  if (kind === "ties") {
    for (const [id, [actor, issue]] of Object.entries(data.network.ties)) {
      const held = standingOf(actorNumber(actor), issueNumber(issue));
      if (!held) continue;
      ties[id] = {
        style: data.network.words[held.word], width: tieWidth(held.n), faint: held.low,
        title: `${actorLabel(held.actor)} – ${issueLabel(held.issue)}\n${S[held.word]} · ${statementsCount(held.n)}${held.low ? ` · ${S.low_evidence}` : ""}`,
      };
    }
  } else {
    const found = projections(), most = Math.max(...found.map((tie) => tie[kind].value));
    const known = new Map(found.map((tie) => [`${tie.one} ${tie.other}`, tie]));
    for (const [id, pair] of Object.entries(data.network.pairs)) {
      const tie = known.get(pair.map(actorNumber).sort((a, b) => a - b).join(" "));
      if (!tie || tie[kind].value <= 0) continue;
      ties[id] = {
        style: kind, width: pairWidth(tie[kind].value, most),
        // A score never stands without its interval, its issues and n; where all of that would be a thicket, none does.
        label: found.length <= LABELLED ? `${decimal(tie[kind].value)} (${interval(tie[kind])})\n${issuesCount(tie.issues)}, ${t("n_of", { n: number(tie.n) })}` : undefined,
        title: `${t("pair", { one: actorLabel(tie.one), other: actorLabel(tie.other) })}\n${S[`network_${kind}`]} ${decimal(tie[kind].value)} (${interval(tie[kind])})\n${issuesCount(tie.issues)} · ${statementsCount(tie.n)}`,
      };
    }
  }
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  frame.contentWindow.postMessage({
    kind: "stancegraph-show", mode: kind === "ties" ? "ties" : "pairs", ties,
    actors: chosenActors().map((a) => data.actors[a].id),
    theme: { dark: isDark(), ink: colour("--ink"), paper: colour("--paper"), line: colour("--line"), soft: colour("--soft") },
  }, "*");
}

// As high as what is shown needs at the width there is; within what a screen or two can hold.
function frameHeight(kind) {
  const [top, bottom] = kind === "ties" ? tiesExtent() : projectionExtent();
  const scale = Math.min(1, Math.max(760, byId("view").clientWidth) / data.network.width);
  return Math.round(Math.min(1400, Math.max(340, (bottom - top) * scale)));
}

const LABELLED = 6;   // ties: those of four actors

// Among a hundred ties and more, thinner ones still let each other be seen.
const tieWidth = (n) => Math.min(1 + Math.sqrt(n), 7) * (cells.size > 100 ? 0.5 : 1);
const pairWidth = (value, most) => 1 + 8 * (value / most);

addEventListener("message", (event) => {
  if (!frame || event.source !== frame.contentWindow || !event.data) return;
  const { kind, id } = event.data;
  if (kind === "stancegraph-ready") {
    frameReady = true;
    tellFrame();
    return;
  }
  const known = (table) => (kind === "stancegraph-chosen" && Object.hasOwn(table, id) ? table[id] : null);
  const tie = known(data.network.ties), pair = known(data.network.pairs), issue = known(data.network.nodes);
  if (tie) openEvidence({ kind: "cell", actor: actorNumber(tie[0]), issue: issueNumber(tie[1]) }, frame);
  else if (pair) openEvidence({ kind: "pair", one: actorNumber(pair[0]), other: actorNumber(pair[1]), period: null }, frame);
  else if (issue) openEvidence({ kind: "issue", issue: issueNumber(issue) }, frame);
});

// --- the same as a picture ------------------------------------------------------

function drawNetwork(room = {}) {
  const width = room.width ?? 1000;
  return state.network === "ties" ? drawTies(width, room.label ?? 250, room.scale ?? 0.85) : drawProjection(state.network, width);
}

const placed = (table, record) => (Object.hasOwn(table, record.id) ? table[record.id] : null);
const actorPlace = (actor) => placed(data.network.actors, data.actors[actor]);
const issuePlace = (issue) => placed(data.network.issues, data.issues[issue]);

function tiesExtent() {
  const ys = [...chosenActors().map(actorPlace), ...[...cells.values()].map((s) => issuePlace(s.issue))].filter(Boolean).map(([, y]) => y);
  // Room for a group's heading above and half a box below.
  return ys.length ? [Math.min(...ys) - 50, Math.max(...ys) + 30] : [0, 0];
}

function drawTies(width, label, scale) {
  const actors = chosenActors().filter(actorPlace), held = [...cells.values()].filter((s) => actorPlace(s.actor));
  const issues = [...new Set(held.map((s) => s.issue))];
  const [top, bottom] = tiesExtent(), reach = Math.max(1, ...Object.values(data.network.issues).map(([v]) => Math.abs(v)));
  const x = (v) => width / 2 + v / reach * (width / 2 - label), y = (v) => (v - top) * scale;
  const lines = held.map((s) => {
    const [x1, y1] = actorPlace(s.actor), [x2, y2] = issuePlace(s.issue);
    return svg("path", { d: `M${x(x1)},${y(y1)}L${x(x2)},${y(y2)}`, class: `tie t-${data.network.words[s.word]}${s.low ? " faint" : ""}`, "stroke-width": tieWidth(s.n) * 0.8 });
  });
  const beside = ([px, py], text, name = "") => words(x(px) + (px < 0 ? -9 : 9), y(py) + 4, text, { class: name, anchor: px < 0 ? "end" : "start", room: label - 12 });
  const names = issues.map((i) => [svg("circle", { cx: x(issuePlace(i)[0]), cy: y(issuePlace(i)[1]), r: 3.5, class: "dot" }), beside(issuePlace(i), issueLabel(i))]);
  const heads = data.groups.map((g, k) => placed(data.network.groups, g) && issues.some((i) => data.issues[i].group === k)
    && beside(placed(data.network.groups, g), g.label, "small heading"));
  return picture(width, (bottom - top) * scale, [lines, names, heads, actors.map((a) => actorBox(x(actorPlace(a)[0]), y(actorPlace(a)[1]), a))]);
}

function actorBox(x, y, actor) {
  const wide = Math.max(60, measure(actorLabel(actor), 12, true) + 26);
  return [svg("rect", { x: x - wide / 2, y: y - 12, width: wide, height: 24, rx: 3, class: "actor-box" }),
    words(x, y + 4, actorLabel(actor), { class: "strong on-dark", anchor: "middle" })];
}

const circlePlace = (actor) => placed(data.network.circle, data.actors[actor]);

function projectionExtent() {
  const ys = chosenActors().map(circlePlace).filter(Boolean).map(([, y]) => y);
  return ys.length ? [Math.min(...ys) - 50, Math.max(...ys) + 50] : [0, 0];
}

function drawProjection(kind, width) {
  const found = projections().filter((tie) => tie[kind].value > 0), most = Math.max(...found.map((tie) => tie[kind].value));
  const actors = chosenActors().filter(circlePlace), [top, bottom] = projectionExtent();
  const x = (v) => v + width / 2, y = (v) => v - top;
  const lines = [], labels = [];
  for (const tie of found) {
    const [x1, y1] = circlePlace(tie.one), [x2, y2] = circlePlace(tie.other), at = 0.4;   // off the middle, where ties cross
    const lx = x(x1 + (x2 - x1) * at), ly = y(y1 + (y2 - y1) * at);
    const said = `${decimal(tie[kind].value)} (${interval(tie[kind])}; ${issuesCount(tie.issues)}, ${t("n_of", { n: number(tie.n) })})`;
    const room = measure(said, 10) + 8;
    lines.push(svg("path", { d: `M${x(x1)},${y(y1)}L${x(x2)},${y(y2)}`, class: `tie t-${kind}`, "stroke-width": pairWidth(tie[kind].value, most) }));
    if (found.length <= LABELLED) labels.push(svg("rect", { x: lx - room / 2, y: ly - 8, width: room, height: 15, class: "paper" }), words(lx, ly + 3, said, { class: "small", anchor: "middle" }));
  }
  return picture(width, bottom - top, [lines, labels, actors.map((a) => actorBox(x(circlePlace(a)[0]), y(circlePlace(a)[1]), a))]);
}
