// Two articles side by side: lines over the gap, scrolling to the partner, the maps. The page says all without it.
"use strict";

const SVG = "http://www.w3.org/2000/svg";
const wide = matchMedia("(min-width: 64rem)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const side = document.querySelector(".side");
const list = document.querySelector("#passages");
const gap = document.querySelector("svg.gap");
const texts = { a: document.querySelector("#a .pane-text"), b: document.querySelector("#b .pane-text") };
const maps = { a: document.querySelector("[data-map=a]"), b: document.querySelector("[data-map=b]") };
const other = { a: "b", b: "a" };
const passages = new Map(); // number → { a: spans, b: spans, pieces: number → { a: spans, b: spans, ribbon } }
let current = 0;

function collect() {
  for (const at of ["a", "b"]) {
    for (const span of texts[at].querySelectorAll("[data-passage]")) {
      const number = Number(span.dataset.passage);
      if (!passages.has(number)) passages.set(number, { a: [], b: [], pieces: new Map() });
      const { pieces, [at]: spans } = passages.get(number);
      const piece = Number(span.dataset.piece);
      if (!pieces.has(piece)) pieces.set(piece, { a: [], b: [] });
      spans.push(span);
      pieces.get(piece)[at].push(span);
    }
  }
  for (const [number, { pieces }] of passages) {
    for (const [piece, p] of pieces) {
      if (!p.a.length || !p.b.length) continue;
      p.ribbon = document.createElementNS(SVG, "path");
      p.ribbon.setAttribute("class", `ribbon ${p.a[0].classList[1]}`);
      p.ribbon.dataset.passage = number;
      p.ribbon.addEventListener("click", () => show(number, piece));
      gap.append(p.ribbon);
    }
  }
}

// Where a piece stands now, from the top of the gap: its first line's top, its last line's bottom.
function extent(spans, top) {
  return [spans[0].getBoundingClientRect().top - top, spans.at(-1).getBoundingClientRect().bottom - top];
}

function draw() {
  if (!wide.matches) return;
  const box = gap.getBoundingClientRect();
  const [w, h] = [box.width, box.height];
  const curve = (from, to, end) => `C${w / 2} ${from} ${w / 2} ${to} ${end} ${to}`;
  for (const { pieces } of passages.values()) {
    for (const p of pieces.values()) {
      if (!p.ribbon) continue;
      const [a, b] = [extent(p.a, box.top), extent(p.b, box.top)];
      const gone = (a[1] < 0 && b[1] < 0) || (a[0] > h && b[0] > h);
      p.ribbon.setAttribute("visibility", gone ? "hidden" : "visible");
      if (!gone) p.ribbon.setAttribute("d", `M0 ${a[0]}${curve(a[0], b[0], w)}V${b[1]}${curve(b[1], a[1], 0)}Z`);
    }
  }
  for (const at of ["a", "b"]) {
    const { scrollTop, scrollHeight, clientHeight } = texts[at];
    const view = maps[at].querySelector(".view");
    view.setAttribute("y", (1000 * scrollTop) / scrollHeight);
    view.setAttribute("height", (1000 * clientHeight) / scrollHeight);
  }
}

let asked = false;
function redraw() {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => { asked = false; draw(); });
}

// A long way is jumped: a reader who waits for it to pass has lost the place.
function scroll(at, span, offset) {
  const text = texts[at];
  const top = span.getBoundingClientRect().top - text.getBoundingClientRect().top + text.scrollTop - offset;
  const near = Math.abs(top - text.scrollTop) < 2 * text.clientHeight;
  text.scrollTo({ top, behavior: near && !calm.matches ? "smooth" : "auto" });
}

function mark(number) {
  current = number;
  for (const e of side.querySelectorAll(".active")) e.classList.remove("active");
  for (const e of side.querySelectorAll(`[data-passage="${number}"]`)) e.classList.add("active");
  document.querySelector(".stepper output").textContent = `Passage ${number} of ${passages.size}`;
}

// Shows a piece of a passage in both texts; the side that was pointed at stays as it is, the partner comes level.
function show(number, piece = 1, from = null) {
  const whole = passages.get(number);
  if (!whole) return;
  mark(number);
  const p = whole.pieces.get(piece) ?? whole;
  const level = from && p[from].length ? p[from][0].getBoundingClientRect().top - texts[from].getBoundingClientRect().top : 60;
  for (const at of ["a", "b"]) {
    const span = p[at][0] ?? whole[at][0];
    if (at !== from && span) scroll(at, span, Math.max(10, level));
  }
  history.replaceState(null, "", `#p${number}`);
}

function pointed(event, at) {
  const span = event.target.closest("[data-passage]");
  if (!span || !wide.matches || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest("a");
  if (link && !link.classList.contains("number")) return;
  if (!link && String(getSelection())) return;
  event.preventDefault();
  show(Number(span.dataset.passage), Number(span.dataset.piece), at);
}

function mapped(event, at) {
  const band = event.target.closest(".band");
  if (band) return show(Number(band.dataset.passage));
  const box = maps[at].getBoundingClientRect();
  const text = texts[at];
  text.scrollTop = (text.scrollHeight * (event.clientY - box.top)) / box.height - text.clientHeight / 2;
}

function addStepper() {
  const bar = document.createElement("p");
  const say = document.createElement("output");
  bar.className = "stepper";
  for (const [words, step] of [["← Previous passage", -1], ["Next passage →", 1]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.addEventListener("click", () => {
      const numbers = [...passages.keys()].sort((x, y) => x - y);
      const next = numbers[(numbers.indexOf(current) + step + numbers.length) % numbers.length];
      show(current ? next : numbers[step > 0 ? 0 : numbers.length - 1]);
    });
    bar.append(button);
  }
  bar.append(say);
  side.prepend(bar);
}

// On a narrow screen passage by passage comes first: there is no room for two texts beside each other.
function arrange() {
  if (wide.matches) side.after(list);
  else side.before(list);
  redraw();
}

function follow() {
  const match = /^#[abp](\d{1,4})$/.exec(location.hash);
  if (!match || !wide.matches || !passages.has(Number(match[1]))) return;
  side.scrollIntoView();
  show(Number(match[1]));
}

collect();
if (passages.size) {
  addStepper();
  for (const at of ["a", "b"]) {
    const view = document.createElementNS(SVG, "rect");
    view.setAttribute("class", "view");
    view.setAttribute("width", "12");
    view.setAttribute("pointer-events", "none");
    maps[at].append(view);
    texts[at].addEventListener("scroll", redraw, { passive: true });
    texts[at].addEventListener("click", (event) => pointed(event, at));
    maps[at].addEventListener("click", (event) => mapped(event, at));
  }
  new ResizeObserver(redraw).observe(side);
  wide.addEventListener("change", arrange);
  addEventListener("hashchange", follow);
  addEventListener("load", () => { arrange(); follow(); });
}
