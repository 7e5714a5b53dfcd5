"use strict";
// Inside the sandboxed frame: draws what Python laid out, reports which tie was chosen.
const graph = JSON.parse(document.getElementById("graph").textContent);
const nodes = new vis.DataSet(graph.nodes);
const edges = new vis.DataSet(graph.edges);
const network = new vis.Network(
  document.getElementById("network"), { nodes, edges }, graph.options,
);

network.on("click", (event) => {
  if (event.nodes.length === 0 && event.edges.length > 0) {
    parent.postMessage({ kind: "stancegraph-tie", id: event.edges[0] }, "*");
  }
});

function show(ties, theme) {
  document.body.style.background = theme.paper;
  const tied = new Set();
  edges.update(edges.get().map((edge) => {
    const tie = ties[edge.id];
    if (!tie) return { id: edge.id, hidden: true, physics: false };
    tied.add(edge.from).add(edge.to);
    const style = graph.styles[tie.word];
    return {
      id: edge.id, hidden: false, width: Math.min(1 + 1.2 * Math.sqrt(tie.n), 8),
      color: { color: theme.dark ? style.dark : style.color, highlight: theme.ink }, dashes: style.dashes,
      title: tie.title,
    };
  }));
  nodes.update(nodes.get().map((node) => ({
    id: node.id, hidden: !tied.has(node.id),
    color: node.kind === "actor"
      ? { background: theme.ink, border: theme.ink, highlight: { background: theme.ink, border: theme.ink } }
      : { background: theme.paper, border: theme.line, highlight: { background: theme.paper, border: theme.ink } },
    font: { color: node.kind === "actor" ? theme.paper : theme.ink },
  })));
  // Only what is shown decides the scale; its places stay as they were laid out.
  network.fit({ nodes: nodes.getIds({ filter: (node) => !node.hidden }), animation: false });
}

addEventListener("message", (event) => {
  if (event.source !== parent || !event.data || event.data.kind !== "stancegraph-show") return;
  show(event.data.ties, event.data.theme);
});
addEventListener("resize", () => {
  network.fit({ nodes: nodes.getIds({ filter: (node) => !node.hidden }), animation: false });
});
parent.postMessage({ kind: "stancegraph-ready" }, "*");
