// A story's page: sort the matrix, open evidence beside the drawing, filter by time. It is whole without this file.
"use strict";

// The column "Outlets" sorts its table: by how many have it, or the rarest first.
function addSort(head) {
  const button = document.createElement("button");
  const bodies = [...head.closest("table").tBodies].map((body) => [body, [...body.rows]]);
  let rarest = false;
  button.type = "button";
  const name = () => {
    button.textContent = rarest ? "Outlets ↑" : "Outlets ↓";
    button.title = rarest ? "The rarest first; press for the most widespread first" : "The most widespread first; press for the rarest first";
    head.setAttribute("aria-sort", rarest ? "ascending" : "descending");
  };
  button.addEventListener("click", () => {
    rarest = !rarest;
    const sign = rarest ? 1 : -1;
    for (const [body, rows] of bodies) body.append(...[...rows].sort((a, b) => sign * (a.dataset.reach - b.dataset.reach)));
    name();
  });
  head.replaceChildren(button);
  name();
}

// A click on an arrow or a box shows what the list says of it below the drawing.
function addEvidence(panel) {
  const links = [...document.querySelectorAll(".drawing a")];
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "×";
  close.setAttribute("aria-label", "Close");
  const choose = (link) => links.forEach((l) => l.classList.toggle("chosen", l === link));
  close.addEventListener("click", () => {
    panel.hidden = true;
    choose(null);
  });
  for (const link of links) {
    link.addEventListener("click", (event) => {
      const found = document.getElementById(link.getAttribute("href").slice(1));
      if (!found) return;
      event.preventDefault();
      const heading = document.createElement("p");
      heading.className = "who";
      heading.textContent = link.querySelector("title").textContent.split(": ")[0];
      const copy = found.cloneNode(true);
      copy.querySelectorAll(":scope > ul").forEach((list) => copy.matches("li") && list.remove());
      for (const one of [copy, ...copy.querySelectorAll("[id]")]) one.removeAttribute("id");
      for (const one of [copy, ...copy.querySelectorAll("details")]) if (one.matches("details")) one.open = true;
      const inside = document.createElement("div");
      inside.append(...copy.childNodes);
      if (copy.matches("details")) inside.querySelectorAll(":scope > summary").forEach((s) => s.replaceWith(...s.childNodes));
      heading.hidden = copy.matches("li");
      panel.replaceChildren(heading, inside, close);
      panel.hidden = false;
      choose(link);
    });
  }
}

const DAYS = { day: "numeric", month: "long", timeZone: "UTC" };
const HOURS = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "UTC" };

// Two sliders and a window over the lanes choose a time; what has no bin in it is hidden.
class Brush {
  constructor(plot) {
    this.plot = plot;
    this.bins = Number(plot.dataset.bins);
    this.items = [...document.querySelectorAll("[data-when]")].map((node) => ({ node, spans: spans(node.dataset.when) }));
    this.from = 0;
    this.to = this.bins;
    this.field = make("div", "field");
    this.window = make("div", "window");
    this.field.append(this.window);
    this.ends = make("div", "ends");
    this.words = [];
    this.inputs = [this.slider("From", 0), this.slider("To", this.bins)];
    this.status = make("div", "shown");
    this.said = make("span", "");
    this.said.setAttribute("role", "status");
    const all = make("button", "");
    all.type = "button";
    all.textContent = "Show all";
    all.addEventListener("click", () => this.set(0, this.bins));
    this.status.append(this.said, all);
    plot.append(this.field);
    plot.after(this.ends);
    document.getElementById("main").append(this.status);
    plot.parentElement.classList.add("brushed");
    this.listen();
    this.set(0, this.bins);
  }

  slider(name, value) {
    const label = make("label", "");
    const input = make("input", "");
    const words = make("span", "");
    const output = make("b", "");
    words.append(`${name} `, output);
    Object.assign(input, { type: "range", min: 0, max: this.bins, step: 1, value });
    label.append(words, input);
    this.words.push(output);
    this.ends.append(label);
    input.addEventListener("input", () => {
      const at = Number(input.value);
      if (name === "From") this.set(Math.min(at, this.bins - 1), Math.max(this.to, at + 1));
      else this.set(Math.min(this.from, at - 1), Math.max(at, 1));
    });
    return input;
  }

  listen() {
    const at = (event) => {
      const box = this.field.getBoundingClientRect();
      return Math.max(0, Math.min(this.bins, ((event.clientX - box.left) / box.width) * this.bins));
    };
    let start = null;
    this.field.addEventListener("pointerdown", (event) => {
      start = at(event);
      this.field.setPointerCapture(event.pointerId);
    });
    this.field.addEventListener("pointermove", (event) => {
      if (start === null) return;
      const here = at(event);
      const [a, b] = [Math.floor(Math.min(start, here)), Math.ceil(Math.max(start, here))];
      this.set(Math.min(a, this.bins - 1), Math.max(b, a + 1));
    });
    this.field.addEventListener("pointerup", () => (start = null));
    this.field.addEventListener("pointercancel", () => (start = null));
  }

  set(from, to) {
    [this.from, this.to] = [Math.max(0, from), Math.min(this.bins, to)];
    const all = this.from === 0 && this.to === this.bins;
    this.window.style.left = `${(100 * this.from) / this.bins}%`;
    this.window.style.width = `${(100 * (this.to - this.from)) / this.bins}%`;
    this.window.hidden = all;
    [this.from, this.to].forEach((value, n) => {
      const input = this.inputs[n];
      input.value = value;
      const words = this.time(value);
      input.setAttribute("aria-valuetext", words);
      this.words[n].textContent = words;
    });
    for (const { node, spans: found } of this.items) {
      node.hidden = !all && !found.some(([a, b]) => a < this.to && b >= this.from);
      if (!all && !node.hidden) open(node);
    }
    this.status.hidden = all;
    this.said.textContent = all ? "" : `${this.time(this.from)} to ${this.time(this.to)}: ${this.count("#articles li", "article")}, ${this.count("#statements [data-when]", "statement")}`;
  }

  count(selector, noun) {
    const found = this.items.filter(({ node }) => node.matches(selector));
    return `${found.filter(({ node }) => !node.hidden).length} of ${found.length} ${noun}${found.length === 1 ? "" : "s"}`;
  }

  time(bin) {
    const time = new Date(1000 * (Number(this.plot.dataset.start) + bin * Number(this.plot.dataset.step)));
    const day = time.toLocaleDateString("en-GB", DAYS);
    return Number(this.plot.dataset.step) < 86400 ? `${day}, ${time.toLocaleTimeString("en-GB", HOURS)}` : `${day} ${time.getUTCFullYear()}`;
  }
}

function make(tag, name) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  return node;
}

function spans(text) {
  return text.split(" ").filter(Boolean).map((part) => {
    const [a, b = a] = part.split("-").map(Number);
    return [a, b];
  });
}

// What the filter shows is not left inside a closed list.
function open(node) {
  const box = node.closest("details.rest");
  if (box) box.open = true;
}

document.querySelectorAll("[data-sort]").forEach(addSort);
document.querySelectorAll("#evidence").forEach(addEvidence);
document.querySelectorAll(".timeline").forEach((plot) => Number(plot.dataset.bins) > 1 && new Brush(plot));
