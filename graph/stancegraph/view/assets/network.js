// The network: pyvis's picture in a frame of its own, and a list of the same ties. Where the
// file carries no library, or the browser cannot open it, the page draws the picture itself.
let frame = null, frameReady = false, frameFailed = false;

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
  home.style.setProperty("--height", `${frameHeight(kind)}px`);
  if (frameFailed || !byId("network-gz")) {
    home.replaceChildren(el("p", { class: "muted note" }, S[frameFailed ? "network_failed" : "network_drawn"]),
      drawNetwork({ live: true, narrow: narrow.matches }));
  } else if (!frame) {
    // The frame is made once, when first wanted, and kept: moving it would load it again.
    frame = el("iframe", { sandbox: "allow-scripts", title: S.network_frame });
    framePage().then((html) => {
      frame.srcdoc = html;
      home.append(frame);
    }).catch(() => {
      frameFailed = true;
      if (state.tab === "network") renderView();
    });
  }
  tellFrame();
  // The list stands below the picture, where it is the picture for those who cannot see it.
  byId("network-list").hidden = false;
  byId("network-list").replaceChildren(el("details", { class: "ties" }, el("summary", {}, S.network_list),
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
        title: tieTitle(held),
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
    actors: chosenActors().map((a) => data.actors[a].id), narrow: narrow.matches,
    theme: { dark: isDark(), ink: colour("--ink"), paper: colour("--paper"), line: colour("--line"), soft: colour("--soft") },
  }, "*");
}

// As high as what is shown needs at the width there is; within what a screen or two can hold.
function frameHeight(kind) {
  const places = placesOf(narrow.matches);
  const [top, bottom] = kind === "ties" ? tiesExtent(places) : projectionExtent();
  const scale = Math.min(1, byId("view").clientWidth / places.width);
  return Math.round(Math.min(narrow.matches ? 2400 : 1400, Math.max(340, (bottom - top) * scale)));
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
  return state.network === "ties" ? drawTies(room) : drawProjection(state.network, room);
}

const placesOf = (slim) => (slim ? data.network.narrow : data.network.wide);
const placed = (table, record) => (Object.hasOwn(table, record.id) ? table[record.id] : null);

function tiesExtent({ actors, issues }) {
  const ys = [...chosenActors().map((a) => placed(actors, data.actors[a])),
    ...[...cells.values()].map((s) => placed(issues, data.issues[s.issue]))].filter(Boolean).map(([, y]) => y);
  // Room for a group's heading above and half a box below.
  return ys.length ? [Math.min(...ys) - 50, Math.max(...ys) + 30] : [0, 0];
}

// A tie or a name that opens its evidence. For the mouse alone: the list below holds the same.
function opens(node, target, title) {
  node.classList.add("opens");
  node.addEventListener("click", () => openEvidence(target));
  if (title) node.append(Object.assign(svg("title"), { textContent: title }));
  return node;
}

function drawTies({ width = 1000, label = 250, scale = 0.85, live = false, narrow: slim = false }) {
  const places = placesOf(slim);
  const actorPlace = (a) => placed(places.actors, data.actors[a]), issuePlace = (i) => placed(places.issues, data.issues[i]);
  const actors = chosenActors().filter(actorPlace), held = [...cells.values()].filter((s) => actorPlace(s.actor));
  const issues = [...new Set(held.map((s) => s.issue))];
  const [top, bottom] = tiesExtent(places), reach = Math.max(1, ...Object.values(places.issues).map(([v]) => Math.abs(v)));
  // Two columns of issues around the actors, or one at their right.
  const wide = slim ? places.width : width, room = slim ? places.width - reach - 75 : label, tall = slim ? 1 : scale;
  const x = (v) => (slim ? v + 75 : wide / 2 + v / reach * (wide / 2 - label)), y = (v) => (v - top) * tall;
  const lines = held.map((s) => {
    const [x1, y1] = actorPlace(s.actor), [x2, y2] = issuePlace(s.issue), d = `M${x(x1)},${y(y1)}L${x(x2)},${y(y2)}`;
    return [svg("path", { d, class: `tie t-${data.network.words[s.word]}${s.low ? " faint" : ""}`, "stroke-width": tieWidth(s.n) * 0.8 }),
      live && opens(svg("path", { d, class: "reach" }), { kind: "cell", actor: s.actor, issue: s.issue }, tieTitle(s))];
  });
  const beside = ([px, py], text, name = "") => words(x(px) + (px < 0 ? -9 : 9), y(py) + 4, text, { class: name, anchor: px < 0 ? "end" : "start", room: room - 12 });
  const names = issues.map((i) => {
    const name = beside(issuePlace(i), issueLabel(i));
    return [svg("circle", { cx: x(issuePlace(i)[0]), cy: y(issuePlace(i)[1]), r: 3.5, class: "dot" }),
      live ? opens(name, { kind: "issue", issue: i }) : name];
  });
  const heads = data.groups.map((g, k) => placed(places.groups, g) && issues.some((i) => data.issues[i].group === k)
    && beside(placed(places.groups, g), g.label, "small heading"));
  return picture(wide, (bottom - top) * tall, [lines, names, heads, actors.map((a) => actorBox(x(actorPlace(a)[0]), y(actorPlace(a)[1]), a))]);
}

const tieTitle = (s) => `${actorLabel(s.actor)} – ${issueLabel(s.issue)}\n${S[s.word]} · ${statementsCount(s.n)}${s.low ? ` · ${S.low_evidence}` : ""}`;

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

function drawProjection(kind, { width = 1000, live = false }) {
  const found = projections().filter((tie) => tie[kind].value > 0), most = Math.max(...found.map((tie) => tie[kind].value));
  const actors = chosenActors().filter(circlePlace), [top, bottom] = projectionExtent();
  const x = (v) => v + width / 2, y = (v) => v - top;
  const lines = [], labels = [];
  for (const tie of found) {
    const [x1, y1] = circlePlace(tie.one), [x2, y2] = circlePlace(tie.other), at = 0.4;   // off the middle, where ties cross
    const lx = x(x1 + (x2 - x1) * at), ly = y(y1 + (y2 - y1) * at);
    const said = `${decimal(tie[kind].value)} (${interval(tie[kind])}; ${issuesCount(tie.issues)}, ${t("n_of", { n: number(tie.n) })})`;
    const room = measure(said, 10) + 8;
    const d = `M${x(x1)},${y(y1)}L${x(x2)},${y(y2)}`;
    lines.push(svg("path", { d, class: `tie t-${kind}`, "stroke-width": pairWidth(tie[kind].value, most) }),
      live && opens(svg("path", { d, class: "reach" }), { kind: "pair", one: tie.one, other: tie.other, period: null }, said));
    if (found.length <= LABELLED) labels.push(svg("rect", { x: lx - room / 2, y: ly - 8, width: room, height: 15, class: "paper" }), words(lx, ly + 3, said, { class: "small", anchor: "middle" }));
  }
  return picture(width, bottom - top, [lines, labels, actors.map((a) => actorBox(x(circlePlace(a)[0]), y(circlePlace(a)[1]), a))]);
}
