// The editor, set to this server alone, with the named queries as examples.
"use strict";
(async () => {
  const endpoint = new URL("/sparql", location.href).href;
  const place = document.getElementById("editor");
  const form = document.getElementById("examples");
  const select = form.elements.example;
  const note = form.querySelector("small");
  const answer = await fetch("/queries", { headers: { Accept: "application/json" } });
  const { queries } = await answer.json();
  const byName = new Map(queries.map((query) => [query.name, query]));
  for (const query of queries) select.add(new Option(query.title, query.name));
  form.hidden = false;

  // Terms are not looked up elsewhere, and nothing is remembered between visits.
  Yasgui.Yasqe.defaults.autocompleters = ["variables"];
  const yasgui = new Yasgui(place, {
    requestConfig: { endpoint },
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
    copyEndpointOnNewTab: true,
    persistenceId: null,
  });
  const show = (query) => {
    select.value = query.name;
    note.textContent = query.description;
    // The columns and parameters are the business of those who write such queries.
    yasgui.getTab().setQuery(query.sparql.replace(/^# (?:param|column) .*\n/gm, ""));
  };
  select.addEventListener("change", () => {
    if (byName.has(select.value)) show(byName.get(select.value));
  });
  show(byName.get(new URLSearchParams(location.search).get("example")) || queries[0]);

  // An IRI in a result leads to what this server knows of the thing.
  place.addEventListener("click", (event) => {
    const iri = event.target.closest(".yasr a[href]")?.getAttribute("href");
    if (!/^[a-z][a-z0-9+.-]*:/i.test(iri || "") || iri.startsWith("blob:")) return;
    event.preventDefault();
    open(`/resource?iri=${encodeURIComponent(iri)}`, "_blank", "noopener");
  });
})();
