// The page's own script: what is chosen in the table is kept in the address; an article opens with its roles marked.
const data = JSON.parse(document.getElementById("data").textContent);
const at = Object.fromEntries(data.fields.map((name, number) => [name, number]));
const NOT_TOLD = "–";
const form = document.getElementById("filters");
const reader = document.getElementById("reader");
const dark = matchMedia("(prefers-color-scheme: dark)");
const number = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const factOf = new Map(data.facts.map((fact) => [fact[at.fact_id], fact]));

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

// What is chosen: the part of the address behind #, as key=value pairs.
const KEYS = ["q", ...data.selects, "from", "to", "min", "sort", "page", "fact"];

function chosen() {
  const found = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
  return Object.fromEntries(KEYS.filter((key) => found.get(key)).map((key) => [key, found.get(key)]));
}

function addressOf(state) {
  const pairs = KEYS.filter((key) => state[key]).map((key) => [key, state[key]]);
  return pairs.length ? "#" + new URLSearchParams(pairs) : location.pathname + location.search;
}

// A step can be taken back: the browser's history has the page as it was before it.
function keep(changes, asStep = false) {
  const address = addressOf({ ...chosen(), ...changes });
  if (asStep) history.pushState({ step: true }, "", address);
  else history.replaceState(history.state, "", address);
}

// Charts, drawn anew when the colours of the system change.
function draw() {
  const style = getComputedStyle(document.documentElement);
  const [ink, line] = ["--ink", "--line"].map((name) => style.getPropertyValue(name).trim());
  const words = { aria: false, labelColor: ink, titleColor: ink, labelFontSize: 12, titleFontSize: 12, titleFontWeight: "normal" };
  const config = {
    background: "transparent", font: "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif",
    axis: { ...words, gridColor: line, gridOpacity: 0.5, domainColor: line, tickColor: line, labelLimit: 170 },
    legend: words, mark: { aria: false }, view: { stroke: null },
  };
  for (const place of document.querySelectorAll("[data-chart]")) {
    const spec = { ...data.charts[place.dataset.chart], config };
    if (place.dataset.chart === "places") spec.height = Math.min(spec.height, place.clientWidth / 2);
    vegaEmbed(place, spec, { actions: false, renderer: "svg", ast: true, tooltip: { theme: dark.matches ? "dark" : "light" } });
  }
}

// The table of facts.
const columnAt = (name) => data.columns.indexOf(name);
// DataTables takes what it searches for HTML, and decodes it: it gets no text as it is.
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text) => String(text).replace(/[&<>"']/g, (sign) => SIGNS[sign]);
const cell = (fact, name) => fact[at[name]] ?? "";
const nationName = (code) => data.nations[code] || code;

function shownCell(name, fact) {
  const value = cell(fact, name);
  if (name === "kind") {
    const label = ["Open the article:", value, cell(fact, "value_text"), cell(fact, "agent")].filter(Boolean).join(" ");
    return element("a", value, { href: addressOf({ ...chosen(), fact: fact[at.fact_id] }), "data-fact": fact[at.fact_id], "aria-label": label });
  }
  if (name === "day" && fact[at.is_published]) return element("i", value);
  if (name === "amount_usd") return element("span", value === "" ? "" : number.format(value));
  if (name === "country") return element("span", nationName(value), { title: value });
  return element("span", String(value));
}

// What a search finds a fact by: what the table shows, the code of a nation, and beside the kind what it does not show.
function searched(name, fact) {
  if (name === "country") return escaped(nationName(cell(fact, name)) + " " + cell(fact, name));
  const more = name === "kind" ? ["location", "source", "purpose", "time_text"].map((other) => cell(fact, other)) : [];
  const title = name === "kind" ? data.articles[fact[at.article]][0] : "";
  return escaped([cell(fact, name), ...more, title].filter((word) => word !== "").join(" "));
}

function valueOf(name, fact) {
  if (name === "value_text") return Number(fact[at.value] ?? -1);
  if (name === "amount_usd" || name === "confidence") return Number(fact[at[name]] ?? -1);
  return name === "country" ? nationName(cell(fact, name)) : cell(fact, name);
}

function column(name) {
  const isNumber = ["value_text", "amount_usd", "confidence"].includes(name);
  return {
    className: "c-" + name,
    type: isNumber ? "num" : "string",
    data: null,
    render: (_, type, fact) => (type === "display" ? shownCell(name, fact) : type === "filter" ? searched(name, fact) : valueOf(name, fact)),
  };
}

const order = (state) => {
  const [name, way] = (state.sort || "").split(",");
  return columnAt(name) < 0 ? [] : [[columnAt(name), way === "desc" ? "desc" : "asc"]];
};

DataTable.ext.errMode = "throw";
const table = new DataTable("#fact-table", {
  data: data.facts,
  columns: data.columns.map(column),
  deferRender: true,
  autoWidth: false,
  pageLength: 25,
  order: [],
  layout: { topStart: null, topEnd: null, bottomStart: "info", bottomEnd: "paging" },
  language: { emptyTable: "There are no facts.", zeroRecords: "No fact fits all that you chose. “Show all” takes every choice back.", entries: { _: "facts", 1: "fact" } },
});
if (document.getElementById("event-table")) {
  const tolls = (value, type) => (type === "display" ? element("span", value[0]) : type === "filter" ? escaped(value[0]) : value[1]);
  const words = (value, type) => (type === "display" ? element("span", value, value === "conflict" ? { class: "alarm" } : {}) : escaped(value));
  const kinds = data.events[0].map((value) => (Array.isArray(value) ? "figure" : typeof value));
  const count = (value, type) => (type === "display" ? element("span", number.format(value)) : value);
  const named = (value, type, _, meta) => (type === "display" && data.growth[meta.row].length ? opening(value) : words(value, type));
  const events = new DataTable("#event-table", {
    data: data.events,
    columns: kinds.map((kind, place) => ({
      data: place,
      className: kind === "string" ? ["c-conflict", "c-event", "c-country", "c-day"][place] : "figure",
      visible: place > 0 || data.events[0][0] !== "",
      type: kind === "string" ? "string" : "num",
      render: place === 1 ? named : { figure: tolls, number: count, string: words }[kind],
    })),
    deferRender: true, autoWidth: false, pageLength: 10, order: [],
    createdRow: (row, event) => row.classList.toggle("disputed", event[0] === "conflict"),
    language: { entries: { _: "events", 1: "event" } },
    layout: { topStart: null, topEnd: null, bottomStart: "info", bottomEnd: "paging" },
  });
  document.getElementById("event-table").addEventListener("click", (event) => {
    const button = event.target.closest("button.grows");
    if (!button) return;
    const row = events.row(button.closest("tr"));
    if (row.child.isShown()) row.child.hide();
    else row.child(figuresOf(button.textContent, data.growth[row.index()]), "growth").show();
    button.setAttribute("aria-expanded", String(row.child.isShown()));
  });
}

// The figures of an event as they were told; the name of the event shows and hides them.
function opening(name) {
  return element("button", name, { type: "button", class: "grows", "aria-expanded": "false" });
}

function figuresOf(name, figures) {
  const made = element("table", "", { class: "plain" });
  made.append(element("caption", name + ": figures by day and source", { class: "hidden" }));
  const head = made.createTHead().insertRow();
  for (const label of [...data.told, "Article"]) head.append(element("th", label, { scope: "col" }));
  const body = made.createTBody();
  for (const figure of figures) {
    const line = body.insertRow();
    const [id, home] = figure.slice(data.told.length);
    for (const word of figure.slice(0, data.told.length)) line.insertCell().textContent = word;
    const link = element("a", "open", { href: encodeURIComponent(home) + "#fact=" + encodeURIComponent(id), "data-fact": id });
    link.append(element("span", " the article of " + figure.slice(1, 3).join(" "), { class: "hidden" }));
    line.insertCell().append(link);
  }
  return made;
}

function fillSelects() {
  for (const name of data.selects) {
    const counts = new Map();
    for (const fact of data.facts) {
      const value = cell(fact, name) || NOT_TOLD;
      counts.set(value, (counts.get(value) || 0) + 1);
    }
    const told = (value) => (value === NOT_TOLD ? "not told" : name === "country" ? nationName(value) : value);
    const last = (value) => value === NOT_TOLD;
    const byName = (one, other) => last(one) - last(other) || told(one).localeCompare(told(other), "en");
    for (const value of [...counts.keys()].sort(byName)) {
      form.elements[name].append(element("option", `${told(value)} (${counts.get(value)})`, { value }));
    }
  }
}

let state = {};
table.search.fixed("chosen", (_, fact) => {
  for (const name of data.selects) if (state[name] && (cell(fact, name) || NOT_TOLD) !== state[name]) return false;
  const day = cell(fact, "day");
  // A day may be as vague as 2017: it is compared as far as it goes.
  if (state.from && (!day || day < state.from.slice(0, day.length))) return false;
  if (state.to && (!day || day > state.to.slice(0, day.length))) return false;
  return !(Number(state.min) > Number(fact[at.confidence] ?? 0));
});

let restoring = false;
let opener = null;
function restore() {
  restoring = true;
  state = chosen();
  for (const name of ["q", ...data.selects, "from", "to", "min"]) form.elements[name].value = state[name] || "";
  table.search(state.q || "").order(order(state)).page("first").draw();
  const page = Number(state.page);
  if (page > 1 && page <= table.page.info().pages) table.page(page - 1).draw("page");
  restoring = false;
  tell();
  if (factOf.has(state.fact)) open(state.fact);
  else if (reader.open) reader.close();
  refocus();
}

function tell() {
  const info = table.page.info();
  document.getElementById("told").textContent = `${info.recordsDisplay} of ${info.recordsTotal} ${info.recordsTotal === 1 ? "fact" : "facts"} shown`;
}

function choose() {
  const values = Object.fromEntries(["q", ...data.selects, "from", "to", "min"].map((name) => [name, form.elements[name].value]));
  keep({ ...values, page: "" });
  state = chosen();
  restoring = true;
  table.search(state.q || "").draw();
  restoring = false;
  tell();
}

form.addEventListener("input", choose);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(() => { keep(Object.fromEntries(KEYS.map((key) => [key, ""]))); restore(); }));
table.on("order.dt", () => {
  if (restoring) return;
  const [first] = table.order();
  keep({ sort: first && first[1] ? `${data.columns[first[0]]},${first[1]}` : "", page: "" });
});
table.on("page.dt", () => restoring || keep({ page: String(table.page.info().page + 1) }));

// An article, with the roles of the chosen fact marked.

function openStep(id) {
  opener = document.activeElement;
  keep({ fact: id }, true);
  open(id);
}

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest("a[data-fact]");
  const row = event.target.closest("#fact-table tbody tr");
  const id = link ? link.dataset.fact : row && table.row(row).data()?.[at.fact_id];
  if (!id || !factOf.has(id)) return;
  event.preventDefault();
  openStep(id);
});
for (const link of document.querySelectorAll('nav a[href^="#"], .skip')) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const target = document.getElementById(link.hash.slice(1));
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  });
}

function open(id) {
  const fact = factOf.get(id);
  const [title, path, published, text, whole] = data.articles[fact[at.article]];
  const others = data.facts.filter((one) => one[at.article] === fact[at.article]);
  document.getElementById("reader-title").textContent = title;
  const about = [path, published && "published " + published, whole ? "" : "only the sentences with facts: make the page with --articles FOLDER to show the whole text"];
  document.getElementById("reader-about").textContent = about.filter(Boolean).join(" · ");
  document.getElementById("reader-text").replaceChildren(...marked(text, fact, others));
  const told = [...new Set(fact[at.spans].map((span) => span[2]))].sort();
  document.getElementById("legend").replaceChildren(...told.map((role) => element("li", data.roles[role], { "data-role": role })));
  document.getElementById("reader-facts").replaceChildren(...others.map((one) => item(one, one === fact)));
  if (!reader.open) reader.showModal();
  (document.querySelector("#reader-text mark[data-role='0']") || reader).scrollIntoView({ block: "center" });
  document.getElementById("reader-title").focus({ preventScroll: true });
}

function item(fact, isChosen) {
  const line = element("li");
  const button = element("button", [cell(fact, "kind"), cell(fact, "value_text")].join(": "), { type: "button", "aria-pressed": String(isChosen) });
  const roles = [["agent", ""], ["object", ""], ["recipient", "to "], ["location", "in "], ["time_text", ""], ["source", "says who: "]];
  const words = roles.filter(([name]) => cell(fact, name)).map(([name, before]) => before + cell(fact, name));
  if (words.length) button.append(element("small", words.join(" · ")));
  const standing = [cell(fact, "status"), cell(fact, "modality"), "found by " + cell(fact, "rule"), "confidence " + cell(fact, "confidence")];
  button.append(element("small", standing.filter(Boolean).join(" · ")));
  button.addEventListener("click", () => { keep({ fact: fact[at.fact_id] }); open(fact[at.fact_id]); });
  line.append(button);
  return line;
}

// Pieces of a text: between two ends of spans every piece has the same spans; the shortest one names it.
function marked(text, fact, others) {
  const spans = fact[at.spans].map(([start, end, role]) => ({ start, end, role }));
  for (const one of others) {
    const amount = one !== fact && one[at.spans].find((span) => span[2] === 0);
    if (amount) spans.push({ start: amount[0], end: amount[1], role: null });
  }
  const ends = [...new Set([0, text.length, ...spans.flatMap((span) => [span.start, span.end])])].sort((a, b) => a - b);
  const pieces = [];
  for (let place = 0; place + 1 < ends.length; place++) {
    const [start, end] = [ends[place], ends[place + 1]];
    const over = spans.filter((span) => span.start <= start && span.end >= end);
    const own = over.filter((span) => span.role !== null).sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    const words = text.slice(start, end);
    if (own) {
      const mark = element("mark", words, { "data-role": own.role, title: data.roles[own.role] });
      if (own.end === end) mark.dataset.label = data.roles[own.role];
      pieces.push(mark);
    } else if (over.length) pieces.push(element("mark", words, { class: "other", title: "the amount of another fact" }));
    else pieces.push(document.createTextNode(words));
  }
  return pieces;
}

document.getElementById("close").addEventListener("click", () => reader.close());
reader.addEventListener("click", (event) => event.target === reader && reader.close());
reader.addEventListener("close", () => {
  if (chosen().fact && history.state?.step) history.back();
  else if (chosen().fact) keep({ fact: "" });
  refocus();
});

function refocus() {
  if (!reader.open && opener?.isConnected) opener.focus({ preventScroll: true });
}

function paint() {
  document.documentElement.classList.toggle("dark", dark.matches);
  draw();
}

fillSelects();
addEventListener("hashchange", restore);
addEventListener("popstate", restore);
dark.addEventListener("change", paint);
paint();
restore();
document.documentElement.dataset.ready = "yes";
