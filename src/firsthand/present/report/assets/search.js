// Search in a report on disk. The data are another script's; nothing of them is ever taken for markup.
// What a question means is the same as where the report is served: see present/catalog/query.py.
"use strict";

const HITS = 20, VALUES = 12, SHOWN = 320, LONGEST = 500, TERMS = 12, LETTERS = 3, STARS = 3;
const FIELDS = ["speaker", "outlet", "origin", "language", "after", "before", "day"];
const TITLES = { speaker: "Who is quoted", outlet: "Outlet", origin: "Whose text or news", day: "When", language: "Language" };
const ALONE = "\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const WORD = new RegExp(`[${ALONE}]|(?:(?![${ALONE}])[\\p{L}\\p{N}]|\\p{Mn})+`, "gu");
const PIECE = /(?:([a-z]{2,9}):(?=\S))?(?:["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+))/gi;
const END = /(?:[.!?…。！？]["'”’»)\]]*\s+|[。！？]|\n+)/g;

function norm(word) {
  return word.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase().slice(0, 64);
}

function norms(text) {
  return (text.match(WORD) || []).map(norm).filter(Boolean);
}

// The first day of a day, month or year, and the day after its last, as numbers that sort; null if it is none.
function span(value) {
  const m = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(value);
  if (!m) return null;
  const [year, month, day] = [Number(m[1]), Number(m[2] || 1), Number(m[3] || 1)];
  const first = new Date(Date.UTC(year, month - 1, day));
  if (first.getUTCMonth() !== month - 1 || first.getUTCDate() !== day) return null;
  const after = m[3] ? [year, month - 1, day + 1] : m[2] ? [year, month, 1] : [year + 1, 0, 1];
  const iso = (date) => date.toISOString().slice(0, 10);
  return [iso(first), iso(new Date(Date.UTC(...after)))];
}

function parse(given) {
  const text = given.trim().replace(/\s+/g, " ").slice(0, LONGEST);
  const query = { text, terms: [], speaker: [], outlet: [], origin: [], language: [], since: "", until: "", notes: [] };
  for (const [, name, phrase, word] of text.matchAll(PIECE)) {
    const field = (name || "").toLowerCase();
    const value = (phrase ?? word ?? "").trim();
    if (!FIELDS.includes(field)) {
      const found = norms(name ? `${name} ${value}` : value);
      if (!found.length) continue;
      const starred = phrase === undefined && value.endsWith("*");
      const goesOn = starred && found.at(-1).length >= LETTERS && query.terms.filter((t) => t.prefix).length < STARS;
      query.terms.push({ norms: found.slice(0, 2 * TERMS), prefix: goesOn });
      if (starred && !goesOn) query.notes.push(`“${value}” was looked for without its star: ${LETTERS} letters are the least, ${STARS} stars the most.`);
    } else if (["after", "before", "day"].includes(field)) {
      const days = span(value);
      if (!days) { query.notes.push(`“${value}” is no date: write ${field}:2031-03-04, or a month, or a year.`); continue; }
      if (field !== "before" && days[0] > query.since) query.since = days[0];
      const until = field === "before" ? days[0] : days[1];
      if (field !== "after" && (!query.until || until < query.until)) query.until = until;
    } else if (value) query[field].push(value);
  }
  if (given.trim().replace(/\s+/g, " ").length > LONGEST) query.notes.push(`Only the first ${LONGEST} characters were read.`);
  if (query.terms.length > TERMS) query.notes.push(`Only the first ${TERMS} words and phrases were looked for.`);
  query.terms = query.terms.slice(0, TERMS);
  query.empty = !query.terms.length && !query.since && !query.until && !["speaker", "outlet", "origin", "language"].some((f) => query[f].length);
  return query;
}

// The numbers of the names that are a value; if there is none, of those that have all its words.
function named(names, value) {
  const asked = norms(value);
  const folded = names.map((name) => ` ${norms(name).join(" ")} `);
  const all = [...names.keys()];
  const exact = all.filter((n) => folded[n] === ` ${asked.join(" ")} `);
  return new Set(exact.length ? exact : all.filter((n) => asked.length && asked.every((w) => folded[n].includes(` ${w} `))));
}

const data = globalThis.firsthandSearch || { rows: [], names: { outlet: [], origin: [], speaker: [] } };
const articles = data.rows.map(([headline, text, path, outlet, origin, language, day, when, speakers]) => (
  { headline, text, path, outlet, origin, language, day, when, speakers, words: "" }));

function wordsOf(article) {
  if (!article.words) article.words = ` ${norms(article.headline).join(" ")} | ${norms(article.text).join(" ")} `;
  return article.words;
}

function has(article, term) {
  return wordsOf(article).includes(` ${term.norms.join(" ")}${term.prefix ? "" : " "}`);
}

function find(query) {
  const sets = (field) => query[field].map((value) => named(data.names[field], value));
  const [speakers, outlets, origins] = [sets("speaker"), sets("outlet"), sets("origin")];
  const languages = query.language.map((value) => value.toLowerCase());
  return articles.filter((a) => (!query.since || a.day >= query.since) && (!query.until || (a.day && a.day < query.until))
    && (!languages.length || languages.includes(a.language.toLowerCase()))
    && (!outlets.length || outlets.some((set) => set.has(a.outlet)))
    && (!origins.length || origins.some((set) => set.has(a.origin)))
    && speakers.every((set) => a.speakers.some((n) => set.has(n)))
    && query.terms.every((term) => has(a, term)));
}

function* sentences(text) {
  let at = 0;
  for (const m of text.matchAll(END)) {
    const end = m.index + m[0].length;
    if (text.slice(at, end).trim()) yield text.slice(at, end).trim();
    at = end;
  }
  if (text.slice(at).trim()) yield text.slice(at).trim();
}

// Where the terms stand in a sentence: pairs of offsets, sorted, none within another.
function places(sentence, terms) {
  const here = [...sentence.matchAll(WORD)].map((m) => [m.index, m.index + m[0].length, norm(m[0])]).filter((w) => w[2]);
  const found = [];
  for (const term of terms) {
    const last = term.norms.length - 1;
    for (let at = 0; at + last < here.length; at++) {
      const fits = term.norms.every((n, i) => (term.prefix && i === last ? here[at + i][2].startsWith(n) : here[at + i][2] === n));
      if (fits) found.push([here[at][0], here[at + last][1], term]);
    }
  }
  found.sort((a, b) => a[0] - b[0]);
  return { terms: new Set(found.map((f) => f[2])).size, marks: found.filter((f, i) => !i || f[0] >= found[i - 1][1]) };
}

function best(article, terms) {
  let chosen = null;
  for (const sentence of sentences(article.text)) {
    const found = { sentence, ...places(sentence, terms) };
    if (!chosen || found.terms > chosen.terms) chosen = found;
    if (chosen.terms === terms.length) break;
  }
  return chosen;
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function link(href, text) {
  const made = element("a", "", text);
  made.href = href;
  made.dir = "auto";
  return made;
}

function drawHit(article, terms) {
  const item = element("li", "hit");
  const source = element("p", "source", `${data.names.outlet[article.outlet]} `);
  source.append(element("span", "soft", `${article.when} · ${data.names.origin[article.origin]}`));
  const head = element("h2");
  head.dir = "auto";
  head.append(article.path ? link(article.path, article.headline || "(no headline)") : article.headline || "(no headline)");
  item.append(source, head);
  const found = best(article, terms);
  if (found) item.append(drawSentence(found));
  return item;
}

function drawSentence({ sentence, marks }) {
  const line = element("p", "found");
  line.dir = "auto";
  const first = marks.length ? marks[0][0] : 0;
  const start = sentence.length > SHOWN ? Math.max(0, Math.min(first - SHOWN / 4, sentence.length - SHOWN)) : 0;
  let at = start;
  for (const [from, to] of marks) {
    if (from < at || to > start + SHOWN) continue;
    line.append(sentence.slice(at, from), element("mark", "", sentence.slice(from, to)));
    at = to;
  }
  line.append(sentence.slice(at, Math.max(at, start + SHOWN)));
  return line;
}

function counted(found, values) {
  const counts = new Map();
  for (const article of found) for (const value of values(article)) if (value) counts.set(value, (counts.get(value) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, VALUES);
}

function days(found) {
  for (const length of [10, 7, 4]) {
    const counts = new Map();
    for (const { day } of found) if (day) counts.set(day.slice(0, length), (counts.get(day.slice(0, length)) || 0) + 1);
    if (counts.size <= 31 || length === 4) return [...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1)).slice(-31);
  }
  return [];
}

// "2031-03-04" for reading, as the other pages have it; of a month or a year what there is.
function dayName(day) {
  const [year, month, date] = day.split("-");
  const name = month && new Date(Date.UTC(2000, month - 1, 1)).toLocaleString("en", { month: "long", timeZone: "UTC" });
  return [date && String(Number(date)), name, year].filter(Boolean).join(" ");
}

function drawFacet(name, values, query) {
  const part = element("section", "facet");
  const list = element("ul");
  const title = element("h2", "", TITLES[name]);
  title.id = `facet-${name}`;
  part.setAttribute("aria-labelledby", title.id);
  part.append(title, list);
  for (const [value, number] of values) {
    const plain = value.replace(/["“”„«»]/g, " ");
    const item = element("li");
    const asked = name === "day" ? `day:${plain}` : `${name}:"${plain}"`;
    item.append(link(address(`${query.text} ${asked}`, 1), name === "day" ? dayName(value) : value), " ", element("span", "soft", String(number)));
    list.append(item);
  }
  return part;
}

function address(text, page) {
  return `search.html?${new URLSearchParams(page > 1 ? { q: text, page } : { q: text })}`;
}

function show(text, page) {
  const query = parse(text);
  const results = document.getElementById("results");
  results.hidden = query.empty && !query.notes.length;
  if (results.hidden) return;
  const found = query.empty ? [] : find(query);
  const of = Math.ceil(found.length / HITS);
  const total = results.querySelector(".total");
  total.replaceChildren(element("b", "", `${found.length.toLocaleString("en")} article${found.length === 1 ? "" : "s"}`));
  if (of > 1) total.append(element("span", "soft", ` page ${page} of ${of}`));
  const notes = found.length > 1 ? [...query.notes, "The newest come first."] : query.notes;
  results.querySelector(".said-of").replaceChildren(...notes.map((note) => element("li", "note", note)));
  results.querySelector(".hits").replaceChildren(...found.slice((page - 1) * HITS, page * HITS).map((a) => drawHit(a, query.terms)));
  const facets = {
    speaker: counted(found, (a) => a.speakers.map((n) => data.names.speaker[n])),
    outlet: counted(found, (a) => [data.names.outlet[a.outlet]]),
    origin: counted(found, (a) => [data.names.origin[a.origin]]),
    day: days(found),
    language: counted(found, (a) => [a.language]),
  };
  const drawn = Object.entries(facets).filter(([, values]) => values.length).map(([name, values]) => drawFacet(name, values, query));
  results.querySelector(".facets").replaceChildren(...drawn);
  const pages = results.querySelector(".pages");
  pages.replaceChildren();
  if (page > 1) pages.append(link(address(query.text, page - 1), `← Page ${page - 1}`));
  if (page < of) pages.append(" ", link(address(query.text, page + 1), `Page ${page + 1} →`));
}

const asked = new URLSearchParams(location.search);
const field = document.getElementById("q");
field.value = asked.get("q") || "";
field.addEventListener("input", () => show(field.value, 1));
field.form.addEventListener("submit", (event) => { event.preventDefault(); location.search = new URLSearchParams({ q: field.value }); });
show(field.value, Math.max(1, Number.parseInt(asked.get("page") || "1", 10) || 1));
