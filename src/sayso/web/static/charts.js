// Charts, drawn by Observable Plot from the tables that the server sent. The table is what there is without scripts, for screen
// readers, and to be copied; a chart takes nothing that is not in it. The contract with the templates:
//
//   <figure data-chart="KIND" data-unit="articles"> <table> <caption>what it shows</caption> <thead>…</thead>
//     <tbody> <tr> <th data-value="2016-01"><a href="…">…</a></th> <td data-value="12">…</td> … </tr> … </tbody> </table> </figure>
//
//   count   th: month or day; td 1: how many                     columns over time, gaps left open
//   line    th: month or day; td 1-3: share, low, high (0 to 1)    a line over time with its interval
//   course  th: a number; td 1-3: share, low, high (0 to 1)       the same over a number: how a share came about
//   bars    th: name; td 1-3: share, low, high (0 to 1)            a bar a row with its interval
//   topics  th: day or month; td 1: topic, td 2-4: share, low, high (0 to 1)    a line over time a topic, one below the other
//   stack   th: name; td: counts, whose names the head has         what a row's whole is made of
//   spread  th: moment; td 1: outlet, td 2: what was done, td 3: outlet that it credits (or nothing)
//
// A cell without data-value is not drawn. A link in the row's th is where its mark leads. Only text is ever set, never markup.
/* global Plot */
const figures = [...document.querySelectorAll("figure[data-chart]")];
const DONE = ["verbatim", "trimmed", "spliced", "altered", "paraphrased", "re-attributed"];
const WIDEST = 64;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const SIGNS = ["circle", "triangle", "diamond", "square", "cross", "star"];

// As roles, so that dark mode and paper change them without another drawing.
const role = (name) => `var(--${name})`;
const colours = () => [1, 2, 3, 4, 5, 6].map((n) => role(`c${n}`));
// As many places as a small share needs to be told from none, as in the tables.
const percent = (share) => {
  const value = 100 * share;
  const places = value === 0 || value >= 99.95 ? 0 : value >= 1 ? 1 : value >= 0.1 ? 2 : 3;
  return `${value.toFixed(places).replace(/\.0+$/, "")} %`;
};
const moment = (value) => (/^\d{4}-\d\d$/.test(value) ? new Date(`${value}-01T00:00Z`) : new Date(value.length > 10 ? value : `${value}T00:00Z`));

const rows = (table) => [...table.tBodies[0].rows].map((row) => {
  const [head, ...cells] = row.cells;
  const value = (cell) => cell?.dataset.value ?? null;
  return {
    head: value(head) ?? head.textContent.trim(),
    label: head.textContent.trim(),
    href: head.querySelector("a")?.href,
    cells: cells.map(value),
    numbers: cells.map((cell) => (value(cell) === null || value(cell) === "" ? null : Number(value(cell)))),
    note: row.dataset.note ?? "",
  };
});

// Every month between the first and the last, so that one without anything is a gap and not a bridge.
const withGaps = (found) => {
  if (!found.length || !found.every((row) => /^\d{4}-\d\d$/.test(row.head))) return found;
  const known = new Map(found.map((row) => [row.head, row]));
  const made = [];
  for (let at = moment(found[0].head), end = moment(found.at(-1).head); at <= end; at = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1))) {
    const head = at.toISOString().slice(0, 7);
    made.push(known.get(head) ?? { head, label: head, cells: [], numbers: [null, null, null], note: "" });
  }
  return made;
};

const shared = (width, height, more = {}) => ({
  width, height, marginLeft: 48, marginRight: 16,
  style: { background: "transparent", color: role("quiet"), fontFamily: "inherit", fontSize: "12px", overflow: "visible" },
  ...more,
});

// Where an axis of shares ends: thin rows, whose intervals reach anywhere, do not stretch it unless all are thin.
const highest = (all) => {
  const firm = all.filter((row) => !row.note && row.high !== null);
  return Math.max(0.001, ...(firm.length ? firm : all).map((row) => row.high ?? 0), ...all.map((row) => row.share ?? 0));
};

const kinds = {
  count: (found, width, figure) => {
    const all = withGaps(found).map((row) => ({ ...row, at: moment(row.head), n: row.numbers[0] }));
    const [monthly] = all.map((row) => row.head.length === 7);
    const most = Math.max(1, ...all.map((row) => row.n ?? 0));
    const days = all.length ? (all.at(-1).at - all[0].at) / 86400000 + 1 : 0;
    // where each day has room for its name, it stands under the middle of the day's column
    const named = !monthly && days <= width / 60;
    const noons = Array.from({ length: named ? days : 0 }, (_, n) => new Date(+all[0].at + (n + 0.5) * 86400000));
    const names = { ticks: noons, tickFormat: (at, n) => `${at.getUTCDate()}${n && at.getUTCDate() > 1 ? "" : `\n${MONTHS[at.getUTCMonth()]}`}` };
    // two days are two columns, and not two halves of the page
    const room = (width - 64) / Math.max(1, monthly ? all.length : days);
    const inset = Math.max(0.75, (room - WIDEST) / 2);
    return Plot.plot(shared(width, 190, {
      x: { type: "utc", label: null, tickSize: 0, ...(named ? names : { ticks: Math.max(2, Math.floor(width / 90)) }) },
      y: { label: figure.dataset.unit ?? null, grid: true, ticks: Math.min(4, most), tickSize: 0, labelArrow: "none" },
      marks: [
        // a month without anything is shown as one: it may be missing from the archive and not from the news
        Plot.rectY(monthly ? all.filter((row) => !row.n) : [], { x: "at", interval: "month", y1: 0, y2: most, fill: role("line"), fillOpacity: 0.45, title: (row) => `${row.label}: none` }),
        Plot.rectY(all.filter((row) => row.n), { x: "at", interval: monthly ? "month" : "day", y: "n", fill: role("c1"), insetLeft: inset, insetRight: inset, href: "href",
          title: (row) => `${row.label}: ${row.n.toLocaleString("en")}` }),
        Plot.ruleY([0], { stroke: role("quiet") }),
      ],
    }));
  },

  line: (found, width, figure) => {
    const all = withGaps(found).map((row) => ({ ...row, at: moment(row.head), share: row.numbers[0], low: row.numbers[1], high: row.numbers[2] }));
    const most = highest(all);
    return Plot.plot(shared(width, 260, {
      x: { type: "utc", label: null, ticks: Math.max(2, Math.floor(width / 90)), tickSize: 0 },
      y: { domain: [0, most], nice: true, label: figure.dataset.unit ?? null, labelArrow: "none", grid: true, ticks: 5, tickSize: 0, tickFormat: percent },
      marks: [
        Plot.areaY(all, { x: "at", y1: "low", y2: "high", fill: role("c1"), fillOpacity: 0.16, curve: "linear", clip: true }),
        Plot.ruleX(all.filter((row) => row.low !== null), { x: "at", y1: "low", y2: "high", stroke: role("c1"), strokeOpacity: 0.35, clip: true, pointerEvents: "none" }),
        Plot.lineY(all, { x: "at", y: "share", stroke: role("c1"), strokeWidth: 2 }),
        Plot.dot(all.filter((row) => row.share !== null), { x: "at", y: "share", r: 4, fill: (row) => (row.note ? role("paper") : role("c1")), stroke: role("c1"), strokeWidth: 1.5, href: "href",
          title: (row) => `${row.label}: ${percent(row.share)} (${percent(row.low)} to ${percent(row.high)})${row.note ? `; ${row.note}` : ""}` }),
        Plot.ruleY([0], { stroke: role("quiet") }),
      ],
    }));
  },

  course: (found, width, figure) => {
    const all = found.map((row) => ({ ...row, at: Number(row.head), share: row.numbers[0], low: row.numbers[1], high: row.numbers[2] }));
    return Plot.plot(shared(width, 220, {
      marginBottom: 36,
      x: { label: "labels", labelArrow: "none", ticks: Math.max(2, Math.floor(width / 90)), tickSize: 0, tickFormat: (n) => (Number.isInteger(n) ? String(n) : "") },
      y: { domain: [0, highest(all)], nice: true, label: figure.dataset.unit ?? null, labelArrow: "none", grid: true, ticks: 5, tickSize: 0, tickFormat: percent },
      marks: [
        Plot.areaY(all, { x: "at", y1: "low", y2: "high", fill: role("c1"), fillOpacity: 0.16 }),
        Plot.lineY(all, { x: "at", y: "share", stroke: role("c1"), strokeWidth: 2 }),
        Plot.dot(all, { x: "at", y: "share", r: 2.5, fill: role("c1"), title: (row) => `${row.at} labels: ${percent(row.share)} (${percent(row.low)} to ${percent(row.high)})` }),
        Plot.ruleY([0], { stroke: role("quiet") }),
      ],
    }));
  },

  bars: (found, width) => {
    const all = found.map((row) => ({ ...row, share: row.numbers[0], low: row.numbers[1], high: row.numbers[2] })).filter((row) => row.share !== null).slice(0, 25);
    const short = (name) => (name.length > 26 ? `${name.slice(0, 25)}…` : name);
    const most = highest(all);
    const title = (row) => `${row.label}: ${percent(row.share)} (${percent(row.low)} to ${percent(row.high)})${row.note ? `; ${row.note}` : ""}`;
    return Plot.plot(shared(width, 40 + 24 * all.length, {
      marginLeft: Math.min(190, width * 0.4), marginTop: 24,
      x: { domain: [0, most], nice: true, label: null, axis: "top", grid: true, ticks: Math.max(2, Math.floor(width / 130)), tickSize: 0, tickFormat: percent },
      y: { domain: all.map((row) => row.label), label: null, tickSize: 0, tickFormat: short },
      marks: [
        Plot.barX(all, { x: "share", y: "label", fill: role("c1"), fillOpacity: (row) => (row.note ? 0.35 : 0.85), insetTop: 4, insetBottom: 4, href: "href", title }),
        Plot.ruleY(all, { x1: "low", x2: "high", y: "label", stroke: role("ink"), strokeWidth: 1.5, strokeOpacity: (row) => (row.note ? 0.45 : 1), clip: true, pointerEvents: "none" }),
        Plot.ruleX([0], { stroke: role("quiet") }),
      ],
    }));
  },

  topics: (found, width, figure) => {
    const all = found.filter((row) => row.cells[0] !== null)
      .map((row) => ({ ...row, at: moment(row.head), topic: row.cells[0], share: row.numbers[1], low: row.numbers[2], high: row.numbers[3] }));
    // Where days or months are left out between two rows, the line is broken: nothing was published, which is no share.
    const apart = (one, two) => (one.head.length === 7 ? (two.at.getUTCFullYear() - one.at.getUTCFullYear()) * 12 + two.at.getUTCMonth() - one.at.getUTCMonth() : (two.at - one.at) / 86400000);
    const line = all.flatMap((row, place) => {
      const before = all[place - 1];
      return before?.topic === row.topic && apart(before, row) > 1 ? [{ ...row, share: NaN }, row] : [row];
    });
    const names = [...new Set(all.map((row) => row.topic))];
    // In a story nearly every day is thin: its shares must be seen, and what of an interval is beyond them is cut off.
    const firm = all.filter((row) => !row.note && row.high !== null);
    const most = Math.max(0.001, ...all.map((row) => 1.5 * (row.share ?? 0)), ...firm.map((row) => row.high));
    const top = Math.min(1, most);
    const title = (row) => `${row.topic}, ${row.label}: ${percent(row.share)} (${percent(row.low)} to ${percent(row.high)})${row.note ? `; thin: ${row.note}` : ""}`;
    const days = all.length ? (Math.max(...all.map((row) => row.at)) - Math.min(...all.map((row) => row.at))) / 86400000 : 0;
    return Plot.plot(shared(width, 40 + 92 * names.length, {
      marginTop: 8, marginRight: 16,
      x: { type: "utc", label: null, ticks: days < width / 70 ? "day" : Math.max(2, Math.floor(width / 90)), tickSize: 0, inset: 8 },
      y: { domain: [0, top], label: null, grid: true, ticks: 2, tickSize: 0, tickFormat: percent },
      fy: { domain: names, axis: null, padding: 0.28 },
      marks: [
        Plot.ruleX(all.filter((row) => row.low !== null), { x: "at", y1: "low", y2: (row) => Math.min(row.high, top), fy: "topic", stroke: role("c1"), strokeWidth: 5, strokeOpacity: 0.16, pointerEvents: "none" }),
        Plot.lineY(line, { x: "at", y: "share", fy: "topic", stroke: role("c1"), strokeWidth: 1.75 }),
        Plot.dot(all.filter((row) => row.share !== null), { x: "at", y: "share", fy: "topic", r: 4, fill: (row) => (row.note ? role("paper") : role("c1")), stroke: role("c1"), strokeWidth: 1.5, href: "href", title }),
        Plot.ruleY([0], { stroke: role("quiet") }),
        Plot.text(names, { fy: (name) => name, text: (name) => (name.length > 60 ? `${name.slice(0, 59)}…` : name), frameAnchor: "top-left", dx: 4, dy: -6, fontWeight: 600, fill: role("ink"), stroke: role("paper"), strokeWidth: 3 }),
      ],
    }));
  },

  stack: (found, width, figure) => {
    const names = [...figure.querySelectorAll("thead th")].slice(1).filter((cell) => cell.dataset.series !== undefined).map((cell) => cell.textContent.trim());
    const all = found.slice(0, 20).flatMap((row) => names.map((name, place) => ({ row: row.label, name, n: row.numbers[place] ?? 0, href: row.href })));
    return Plot.plot(shared(width, 60 + 24 * Math.min(20, found.length), {
      marginLeft: Math.min(190, width * 0.4), marginTop: 40,
      color: { domain: names, range: colours(), legend: false },
      x: { label: null, axis: "top", grid: true, ticks: Math.max(2, Math.floor(width / 130)), tickSize: 0 },
      y: { domain: found.slice(0, 20).map((row) => row.label), label: null, tickSize: 0, tickFormat: (name) => (name.length > 26 ? `${name.slice(0, 25)}…` : name) },
      marks: [
        Plot.barX(all, { x: "n", y: "row", fill: "name", insetTop: 4, insetBottom: 4, href: "href", title: (each) => `${each.row}: ${each.n} ${each.name}` }),
        Plot.ruleX([0], { stroke: role("quiet") }),
      ],
    }));
  },

  spread: (found, width) => {
    const all = found.filter((row) => row.cells[0] !== null && !Number.isNaN(moment(row.head).getTime()))
      .map((row) => ({ ...row, at: moment(row.head), outlet: row.cells[0], done: row.cells[1] ?? "verbatim", credits: row.cells[2] }));
    const outlets = [...new Set(all.map((row) => row.outlet))];
    const firsts = new Map();
    all.forEach((row) => { if (!firsts.has(row.outlet)) firsts.set(row.outlet, row); });
    const arrows = all.filter((row) => row.credits && firsts.has(row.credits) && firsts.get(row.credits) !== row)
      .map((row) => ({ x1: firsts.get(row.credits).at, y1: row.credits, x2: row.at, y2: row.outlet }));
    return Plot.plot(shared(width, 50 + 26 * outlets.length, {
      marginLeft: Math.min(190, width * 0.4), marginTop: 24,
      x: { type: "utc", label: null, axis: "top", ticks: Math.max(2, Math.floor(width / 130)), tickSize: 0, grid: true, inset: 12 },
      y: { type: "point", domain: outlets, label: null, tickSize: 0, tickFormat: (name) => (name.length > 26 ? `${name.slice(0, 25)}…` : name) },
      color: { domain: DONE, range: colours() },
      symbol: { domain: DONE, range: SIGNS },
      marks: [
        Plot.ruleY(outlets, { stroke: role("line") }),
        Plot.arrow(arrows, { x1: "x1", y1: "y1", x2: "x2", y2: "y2", stroke: role("quiet"), strokeWidth: 1.25, bend: 18, headLength: 6, insetEnd: 7, insetStart: 7 }),
        Plot.dot(all, { x: "at", y: "outlet", fill: "done", symbol: "done", r: 6, stroke: role("paper"), strokeWidth: 1, href: "href", title: (row) => `${row.outlet}, ${row.label}: ${row.done}${row.credits ? `, credits ${row.credits}` : ""}` }),
      ],
    }));
  },
};

const legend = (names, signs) => {
  const list = document.createElement("ul");
  list.className = "legend";
  names.forEach((name, place) => {
    const item = document.createElement("li");
    const sign = document.createElement("span");
    sign.className = `sign s${place + 1}`;
    sign.textContent = signs ? signs[place] : "■";
    item.append(sign, ` ${name}`);
    list.append(item);
  });
  return list;
};

const PAPER = 690; // the width of a sheet less its margins, in its pixels
const draw = (figure, paper) => {
  const table = figure.querySelector("table");
  const place = figure.querySelector(".drawn");
  if (!place) return;
  const width = paper ?? Math.floor(place.clientWidth);
  if (width < 120) return;
  const found = rows(table);
  const made = kinds[figure.dataset.chart](found, width, figure);
  made.querySelectorAll("style").forEach((style) => style.remove()); // its rules are in site.css: the policy lets no style in
  made.setAttribute("role", "group");
  made.setAttribute("aria-label", `Chart: ${table.caption?.textContent.trim() ?? ""}. The numbers are in the table below it.`);
  made.querySelectorAll("g[aria-label]").forEach((group) => group.removeAttribute("aria-label")); // no role to be named by
  made.querySelectorAll("a").forEach((link) => { link.setAttribute("aria-label", link.querySelector("title")?.textContent ?? ""); });
  place.replaceChildren(made);
  if (figure.dataset.chart === "stack") place.prepend(legend([...figure.querySelectorAll("thead th[data-series]")].map((cell) => cell.textContent.trim())));
  if (figure.dataset.chart === "spread") {
    const present = new Set(found.map((row) => row.cells[1]));
    place.prepend(legend(DONE.filter((name) => present.has(name)), null));
    place.querySelectorAll(".legend li").forEach((item) => { item.firstChild.className = `sign s${DONE.indexOf(item.textContent.trim().slice(1).trim()) + 1}`; });
  }
};

const prepare = (figure) => {
  const table = figure.querySelector("table");
  if (!kinds[figure.dataset.chart] || table.tBodies[0].rows.length === 0) return;
  const place = document.createElement("div");
  place.className = "drawn";
  const numbers = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = "Show the numbers";
  const title = document.createElement("p");
  title.className = "quiet small title";
  title.textContent = table.caption?.textContent.trim() ?? "";
  const scroll = document.createElement("div");
  scroll.className = "scroll";
  figure.prepend(title, place);
  (table.closest(".scroll") ?? table).replaceWith(numbers);
  scroll.append(table);
  numbers.append(summary, scroll);
  let last = 0;
  new ResizeObserver(() => {
    if (Math.abs(place.clientWidth - last) < 2) return;
    last = place.clientWidth;
    draw(figure);
  }).observe(place);
};

if (typeof Plot !== "undefined") {
  figures.forEach(prepare);
  document.addEventListener("figures", () => { // a part of the page has come anew
    const drawn = new Set(figures.filter((figure) => figure.isConnected));
    figures.splice(0, figures.length, ...document.querySelectorAll("figure[data-chart]"));
    figures.filter((figure) => !drawn.has(figure)).forEach(prepare);
  });
  addEventListener("beforeprint", () => figures.forEach((figure) => draw(figure, PAPER)));
  addEventListener("afterprint", () => figures.forEach((figure) => draw(figure)));
}
