"use strict";
// Inside the sandboxed frame: draws what Python laid out, reports what was chosen.
const graph = JSON.parse(document.getElementById("graph").textContent);
const sets = {}, home = document.getElementById("network");
for (const [mode, { nodes, edges }] of Object.entries(graph.modes)) {
  sets[mode] = { nodes: new vis.DataSet(nodes), edges: new vis.DataSet(edges) };
}
let { nodes, edges } = sets.ties;
let mode = "ties";
const wide = new Map();   // where Python placed the nodes
const network = new vis.Network(home, { nodes, edges }, graph.options);
const fit = () => network.fit({ nodes: nodes.getIds({ filter: (node) => !node.hidden }), animation: false });

function choose({ pointer }) {
  const name = network.getNodeAt(pointer.DOM);
  const node = name === undefined ? null : nodes.get(name);
  const id = node ? node.pair ?? node.id : network.getEdgeAt(pointer.DOM);
  if (id !== undefined) parent.postMessage({ kind: "stancegraph-chosen", id }, "*");
}
network.on("click", choose);
network.on("hold", choose);   // a slow finger, or a slow machine

function nodeLook(node, theme, shown) {
  if (node.kind === "actor") {
    const box = { background: theme.ink, border: theme.ink };
    return { hidden: !shown, color: { ...box, highlight: box, hover: box }, font: { color: theme.paper } };
  }
  const dot = { background: theme.soft, border: theme.soft };
  const bare = { background: theme.paper, border: theme.paper };
  const colour = node.shape === "dot" ? dot : bare;
  return { hidden: !shown, color: { ...colour, highlight: colour, hover: colour }, font: { color: node.kind === "group" ? theme.soft : theme.ink } };
}

// Where a node stands; on a narrow screen all issues stand in one column, their labels at its right.
function placeOf(node, narrow) {
  if (!node.narrow) return {};
  wide.set(node.id, wide.get(node.id) ?? { x: node.x, y: node.y, align: node.font?.align });
  const { x, y, align } = wide.get(node.id);
  const [slim, deep] = node.narrow;
  return narrow ? { x: slim, y: deep, align: align && "left" } : { x, y, align };
}

function show({ ties, theme, actors, mode: wanted, narrow }) {
  document.body.style.background = theme.paper;
  if (wanted !== mode) {
    mode = wanted;
    ({ nodes, edges } = sets[mode]);
    network.setData({ nodes, edges });
  }
  const tied = new Set(actors), groups = new Set();
  edges.update(edges.get().map((edge) => {
    const tie = ties[edge.id];
    if (!tie) return { id: edge.id, hidden: true };
    if (edge.issue !== undefined) tied.add(edge.issue);
    const style = graph.styles[tie.style];
    const colour = theme.dark ? style.dark : style.color;
    return {
      id: edge.id, hidden: false, width: tie.width, dashes: style.dashes, title: tie.title,
      color: { color: colour, highlight: theme.ink, hover: theme.ink, opacity: tie.faint ? 0.55 : 0.9 },
    };
  }));
  const every = nodes.get();
  for (const node of every) if (node.kind === "issue" && tied.has(node.issue)) groups.add(node.group_id);
  const shown = (node) => {
    if (node.kind === "actor") return tied.has(node.actor);
    if (node.kind === "figures") return Boolean(ties[node.pair]?.label);
    return node.kind === "group" ? groups.has(node.group_id) : tied.has(node.issue);
  };
  nodes.update(every.map((node) => {
    const { align, ...place } = placeOf(node, narrow), look = nodeLook(node, theme, shown(node));
    return {
      id: node.id, ...look, ...place, font: { ...look.font, ...(align && { align }) },
      ...(node.kind === "figures" && { label: ties[node.pair]?.label ?? " " }),
    };
  }));
  // Only what is shown decides the scale; its places stay as they were laid out.
  fit();
}

addEventListener("message", (event) => {
  if (event.source !== parent || !event.data || event.data.kind !== "stancegraph-show") return;
  show(event.data);
});
// The library looks for a new size once in a while; the frame knows at once.
addEventListener("resize", () => {
  network.setSize("100%", "100%");
  network.redraw();
  fit();
});
parent.postMessage({ kind: "stancegraph-ready" }, "*");
