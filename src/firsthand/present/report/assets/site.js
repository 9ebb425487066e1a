// Small comforts. Every page says all it has to say without this file.
"use strict";

// A link to something inside a closed <details> opens it. Where reasons were too many to stand, their statement does.
function reveal() {
  const name = location.hash.slice(1);
  const target = document.getElementById(name) ?? document.getElementById(name.replace(/^why-/, "statement-"));
  if (!target) return;
  for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  target.scrollIntoView();
}

// One button opens or closes every reason on the page.
function addToggle() {
  const boxes = [...document.querySelectorAll("main details.why")];
  const place = document.querySelector("nav.jump");
  if (boxes.length < 3 || !place) return;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Open all reasons";
  button.addEventListener("click", () => {
    const open = boxes.some((box) => !box.open);
    for (const box of boxes) box.open = open;
    button.textContent = open ? "Close all reasons" : "Open all reasons";
  });
  place.append(button);
}

// Long lists get a field that hides what does not contain the words.
function addFilter(list) {
  const items = [...list.querySelectorAll(":scope > [data-item]")];
  if (items.length < 8) return;
  const label = document.createElement("label");
  const field = document.createElement("input");
  label.className = "filter";
  label.textContent = list.dataset.filter + " ";
  field.type = "search";
  field.addEventListener("input", () => {
    const wanted = field.value.trim().toLowerCase();
    for (const item of items) item.hidden = !item.textContent.toLowerCase().includes(wanted);
  });
  label.append(field);
  list.before(label);
}

addToggle();
document.querySelectorAll("[data-filter]").forEach(addFilter);
addEventListener("hashchange", reveal);
reveal();
