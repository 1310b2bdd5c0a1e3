// The form of a record: rows put in and taken out, people picked, one amount for all, what only sometimes applies.
// Every page works without this file.
"use strict";
{
  const every = (selector, root = document) => [...root.querySelectorAll(selector)];
  const when = (event, selector, act) =>
    document.addEventListener(event, (e) => { const found = e.target.closest?.(selector); if (found) act(found, e); });
  const lines = (name) => document.getElementById(`dong-${name}`);
  const numberOf = (line) => line.querySelector('input[name$="-row"]')?.value;
  const typedIn = (line) => every("input:not([type=hidden], [type=radio], [type=checkbox]), textarea", line).some((e) => e.value !== e.defaultValue || e.defaultValue);

  /* --- rows --- */
  function make(name, number) {
    const blank = document.querySelector(`template[data-blank="${name}"]`);
    const holder = document.createElement("ol");
    holder.innerHTML = blank.innerHTML.replaceAll("__n__", number);
    return holder.firstElementChild;
  }
  function put(name, number) {
    const list = lines(name);
    const next = number ?? Math.max(-1, ...every("[data-line]", list).map(numberOf).map(Number)) + 1;
    const line = make(name, next);
    list.append(line);
    window.htmx?.process(line);
    return line;
  }
  function changed(list) {
    count(list);
    list.closest("form").elements.uid.dispatchEvent(new Event("change", { bubbles: true })); // the draft is kept
    list.closest("form").dispatchEvent(new Event("moved")); // what it will add is asked anew
  }
  when("click", "[data-add]", (button, e) => {
    e.preventDefault();
    const line = put(button.dataset.add);
    changed(lines(button.dataset.add));
    line.querySelector("input:not([type=hidden])")?.focus();
  });
  when("click", "[data-remove]", (button, e) => {
    e.preventDefault();
    const line = button.closest("[data-line]"), list = line.parentElement;
    const beside = line.nextElementSibling ?? line.previousElementSibling;
    line.remove();
    if (!every("[data-line]", list).length && "required" in list.dataset) put(list.dataset.lines);
    changed(list);
    (beside ?? list).querySelector("input:not([type=hidden])")?.focus();
  });
  when("click", "[data-fill]", (button, e) => {
    e.preventDefault();
    const text = button.parentElement.querySelector("input").value;
    for (const line of every("[data-line]", lines(button.dataset.fill))) {
      const field = line.querySelector(`[name$="-${button.dataset.field}"]`);
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });

  /* --- a pasted column --- */
  document.addEventListener("htmx:afterSwap", (e) => {
    const list = e.target;
    if (!list.matches?.("[data-lines]")) return;
    const area = document.getElementById(`dan-${list.dataset.lines}`);
    if (every("[data-line]", list).some(typedIn)) every("[data-line]", list).filter((line) => !typedIn(line)).forEach((line) => line.remove());
    if (!list.querySelector(":scope > .error")) { area.value = ""; area.closest("details").open = false; }
    changed(list);
  });
  document.addEventListener("paste", (e) => {
    const cell = e.target.closest?.("[data-line] input");
    const text = e.clipboardData?.getData("text/plain") ?? "";
    if (!cell || !/[\t\n]/.test(text.trim())) return;
    e.preventDefault();
    const name = cell.closest("[data-lines]").dataset.lines, area = document.getElementById(`dan-${name}`);
    area.value = text;
    area.closest("details").querySelector("button").click();
  });

  /* --- somebody known, picked from what was found --- */
  when("click", "[data-name]", (button) => {
    const line = button.closest("[data-line]"), cell = button.closest(".suggest");
    const field = cell.querySelector("input:not([type=hidden])");
    field.value = button.dataset.name;
    if ("person" in cell.dataset) {
      line.querySelector('input[name$="-person"]').value = button.dataset.known;
      const relation = line.querySelector(`[name$="-relation"][value="${button.dataset.relation}"]`);
      if (relation) relation.checked = true;
    }
    cell.querySelector(".results").replaceChildren();
    field.dispatchEvent(new Event("change", { bubbles: true }));
    onwards(field);
  });
  when("input", "[data-person] input", (field) => { field.closest("[data-line]").querySelector('input[name$="-person"]').value = ""; });
  document.addEventListener("focusin", (e) => {
    for (const found of every(".suggest .results")) if (!found.parentElement.contains(e.target)) found.replaceChildren();
  });
  document.addEventListener("htmx:beforeSwap", (e) => { // an answer that comes after one has moved on is not shown
    if (e.target.matches?.(".suggest .results") && !e.target.parentElement.contains(document.activeElement)) e.detail.shouldSwap = false;
  });
  function onwards(field) {
    const fields = every("input:not([type=hidden], [tabindex='-1']), select, textarea", field.closest("form")).filter((e) => e.offsetParent);
    fields[fields.indexOf(field) + 1]?.focus();
  }
  when("keydown", "[data-line] input, .lines-fill input", (field, e) => {
    if (e.key === "Escape") field.closest(".suggest")?.querySelector(".results").replaceChildren();
    if (e.key !== "Enter") return;
    e.preventDefault(); // Enter goes on to the next field; it does not send the form half filled
    const found = field.closest(".suggest")?.querySelector("[data-name]");
    if (found) found.click(); else onwards(field);
  });

  /* --- fields that apply only to some choices of another --- */
  function apply(form) {
    for (const asked of every("[data-only]", form)) {
      const chosen = form.querySelector(`[name="${asked.dataset.only}"]:checked, select[name="${asked.dataset.only}"]`)?.value ?? "";
      asked.hidden = !asked.dataset.values.split(" ").includes(chosen);
    }
  }
  when("change", "form[data-entry]", () => every("form[data-entry]").forEach(apply));

  /* --- a draft of a long list: its rows first, then every value at once; so.js would ask the server about each --- */
  function restore(form) {
    const saved = "bound" in form.dataset ? null : sessionStorage.getItem(key(form.dataset.draft));
    if (!saved) return;
    form.dataset.bound = ""; // so that so.js leaves it alone
    const fresh = new FormData(form);
    const values = new Map();
    for (const [name, value] of JSON.parse(saved)) values.set(name, [...(values.get(name) ?? []), value]);
    for (const list of every("[data-lines]", form)) {
      const numbers = values.get(`${list.dataset.lines}-row`) ?? [];
      if (numbers.length) list.replaceChildren(...numbers.map((number) => make(list.dataset.lines, number)));
    }
    for (const field of form.elements) {
      if (!field.name || field.type === "submit" || field.type === "file" || field.name === "csrfmiddlewaretoken") continue;
      if (/^(checkbox|radio)$/.test(field.type)) field.checked = (values.get(field.name) ?? []).includes(field.value);
      else if (values.get(field.name)?.length) field.value = values.get(field.name).shift();
    }
    const told = (data) => JSON.stringify([...data].filter(([name, value]) => typeof value === "string" && !/^(uid|csrfmiddlewaretoken)$/.test(name)));
    if (told(fresh) !== told(new FormData(form))) form.querySelector("[data-draft-note]")?.removeAttribute("hidden");
    addEventListener("load", () => form.elements.uid.dispatchEvent(new Event("change", { bubbles: true })));
  }
  function count(list) {
    const shown = document.querySelector(`[data-count="${list.dataset.lines}"]`), n = every("[data-line]", list).length;
    if (shown) shown.textContent = n > 1 ? `${n} dòng` : "";
  }
  for (const form of every("form[data-entry]")) {
    restore(form);
    apply(form);
    every("[data-lines]", form).forEach(count);
  }
}
