// Small conveniences. Every page works without this file.
"use strict";
document.documentElement.classList.add("js");

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const on = (event, selector, act) =>
  document.addEventListener(event, (e) => { const found = e.target.closest?.(selector); if (found) act(found, e); });

/* --- drafts: <form data-draft="name"> keeps what is typed until <… data-draft-done="name"> says it is saved --- */
const key = (name) => `draft:${document.body.dataset.who}:${name}`;
const SKIP = /^(csrfmiddlewaretoken|next)$/;
const kept = (form) => [...form.elements].filter((e) => e.name && !SKIP.test(e.name) && e.type !== "file" && e.type !== "password");

function keepDraft(form) {
  const values = kept(form)
    .filter((e) => !/^(checkbox|radio)$/.test(e.type) || e.checked)
    .map((e) => [e.name, e.value, e.closest(".picked li")?.firstElementChild?.dataset.label]);
  try { sessionStorage.setItem(key(form.dataset.draft), JSON.stringify(values)); } catch { /* full or forbidden: typing goes on */ }
}

function putBack(form, values) {
  const left = values.slice();
  for (const e of kept(form)) {
    if (e.closest(".picked")) continue;
    const mine = (v) => v[0] === e.name;
    if (/^(checkbox|radio)$/.test(e.type)) { e.checked = left.some((v) => mine(v) && v[1] === e.value); continue; }
    const at = left.findIndex(mine);
    if (at >= 0) e.value = left.splice(at, 1)[0][1];
  }
  for (const picker of all("[data-picker]", form)) {
    const mine = values.filter((v) => v[0] === picker.dataset.picker);
    if (mine.length) picker.querySelector(".picked").replaceChildren();
    for (const [, value, label] of mine) pick(picker, value, label || value.replace(/^\+/, ""));
  }
  all("input, textarea, select", form).forEach((e) => e.type !== "hidden" && e.dispatchEvent(new Event("input", { bubbles: true })));
}

function offerDraft(form) {
  const saved = sessionStorage.getItem(key(form.dataset.draft));
  if (!saved || "bound" in form.dataset) return; // what the server sends back after an error is newer
  const shown = () => JSON.stringify(kept(form).filter((e) => e.type !== "hidden" || e.closest(".picked")).map((e) => [e.value, e.checked]));
  const fresh = shown();
  putBack(form, JSON.parse(saved));
  if (shown() !== fresh) form.querySelector("[data-draft-note]")?.removeAttribute("hidden");
}

document.addEventListener("input", (e) => { const form = e.target.form; if (form?.dataset.draft) keepDraft(form); });
document.addEventListener("change", (e) => { const form = e.target.form; if (form?.dataset.draft) keepDraft(form); });
on("click", "[data-draft-drop]", (button) => { sessionStorage.removeItem(key(button.form.dataset.draft)); location.reload(); });

/* --- one tap puts a value into a field --- */
on("click", "[data-set]", (button) => {
  const field = document.getElementById(button.dataset.for);
  field.value = button.dataset.set;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
});

/* --- a day read back with its weekday: browsers write dates in their own language's order --- */
const WEEKDAYS = ["Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];
const readDay = (input) => {
  const shown = document.querySelector(`output[data-day][for="${input.id}"]`);
  const [year, month, day] = input.value.split("-");
  if (shown) shown.textContent = day ? `${WEEKDAYS[new Date(input.value).getUTCDay()]}, ${day}/${month}/${year}` : "";
};
on("input", "input[type=date]", readDay);

/* --- a slider over a date field, month by month from its first day to its last; let go, it is sent --- */
const monthOf = (day) => { const [year, month] = day.split("-"); return year * 12 + Number(month) - 1; };
const dayOf = (n) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}-01`;
function slider(range) {
  const field = document.getElementById(range.dataset.slide);
  Object.assign(range, { min: monthOf(field.min), max: monthOf(field.max), value: monthOf(field.value || field.max) });
}
on("input", "[data-slide]", (range) => {
  const field = document.getElementById(range.dataset.slide);
  field.value = range.value === range.max ? field.max : range.value === range.min ? field.min : dayOf(Number(range.value));
  range.setAttribute("aria-valuetext", field.value.split("-").reverse().join("/"));
  readDay(field);
});
on("change", "[data-slide]", (range) => range.form.requestSubmit());

/* --- copy a text to paste elsewhere --- */
on("click", "[data-copy]", async (button) => {
  const field = document.getElementById(button.dataset.copy);
  try { await navigator.clipboard.writeText(field.value); } catch { field.select(); document.execCommand("copy"); }
  button.parentElement.querySelector("[data-copied]")?.removeAttribute("hidden");
});

/* --- pickers --- */
function pick(picker, value, label) {
  const list = picker.querySelector(".picked");
  if (!("many" in picker.dataset)) list.replaceChildren();
  if (all("input", list).some((input) => input.value === value)) return;
  const item = document.getElementById("picked-item").content.firstElementChild.cloneNode(true);
  const input = item.querySelector("input");
  Object.assign(input, { name: picker.dataset.picker, value });
  input.dataset.label = label;
  item.querySelector("span").textContent = label;
  item.querySelector("button").setAttribute("aria-label", `Bỏ ${label}`);
  list.append(item);
}
function picked(picker) {
  const field = picker.querySelector("input[type=search]");
  field.value = "";
  picker.querySelector(".results").replaceChildren();
  field.focus();
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
on("click", "[data-pick]", (button) => { const picker = button.closest("[data-picker]"); pick(picker, button.dataset.pick, button.dataset.label); picked(picker); });
on("click", "[data-unpick]", (button) => { const picker = button.closest("[data-picker]"); button.closest("li").remove(); picked(picker); });
on("keydown", "[data-picker] input[type=search]", (field, e) => {
  if (e.key !== "Enter") return;
  e.preventDefault(); // Enter takes the first answer; it does not send the form
  field.closest("[data-picker]").querySelector("[data-pick]")?.click();
});

/* --- points while they are typed: <output data-sum="60"> says what the [data-points] of its part, or of its form, come to --- */
const pointsOf = (e) => Number(e.value.trim().replace(",", ".")) || 0;
function addUp(shown) {
  const fields = all("[data-points]", shown.closest("fieldset") ?? shown.closest("form"));
  const sum = Math.round(fields.reduce((total, e) => total + pointsOf(e), 0) * 100) / 100;
  const left = fields.filter((e) => !e.value.trim()).length;
  const level = (shown.dataset.levels ?? "").split(";").map((one) => one.split("=")).find(([least, name]) => name && sum >= Number(least));
  const more = left ? `, còn ${left} tiêu chí chưa chấm` : level ? `, ${level[1]}` : "";
  shown.value = `${sum.toLocaleString("vi-VN")} / ${shown.dataset.sum} điểm${more}`;
}
on("input", "[data-points]", (input) => all("output[data-sum]", input.form).forEach(addUp));

/* --- files: their names, before they are sent --- */
on("change", ".files input[type=file]", (input) => {
  const names = [...input.files].map((file) => Object.assign(document.createElement("li"), { textContent: file.name }));
  input.parentElement.querySelector("[data-files]")?.replaceChildren(...names);
});

/* --- a toast counts its seconds down and goes --- */
function countDown(toast) {
  let left = Number(toast.dataset.toast);
  const shown = toast.querySelector("[data-left]");
  const tick = () => {
    if (shown) shown.textContent = `(${left})`;
    if (left-- > 0) setTimeout(tick, 1000);
    else if (!toast.matches(":focus-within, :hover")) toast.remove();
    else setTimeout(tick, 1000);
  };
  tick();
}

/* --- menus close on Escape and on a tap elsewhere; a question before what cannot be undone --- */
const closeMenus = (except) => all("details[data-closes][open]").forEach((d) => d !== except && d.removeAttribute("open"));
document.addEventListener("click", (e) => closeMenus(e.target.closest("details[data-closes]")));
document.addEventListener("keydown", (e) => {
  const open = document.querySelector("details[data-closes][open]");
  if (e.key === "Escape" && open) { closeMenus(); open.querySelector("summary").focus(); }
});
document.addEventListener("submit", (e) => {
  const ask = e.submitter?.dataset.confirm || e.target.dataset.confirm;
  if (ask && !window.confirm(ask)) e.preventDefault();
});
on("submit", "form[data-forget]", () => sessionStorage.clear()); // leaving: nothing typed stays for whoever comes next
on("click", "[data-print]", () => window.print());
on("click", "[data-every]", (button) => { // all boxes of that name, or none
  const boxes = all(`input[name="${button.dataset.every}"]`, button.form), checked = boxes.some((box) => !box.checked);
  boxes.forEach((box) => { box.checked = checked; });
});
on("change", "[data-send]", (field) => field.form.requestSubmit());

/* --- a desk shows list and page side by side: <a data-beside="#place"> opens there, and the address follows --- */
let shownAt = ""; // the address of what is shown beside; empty while nothing is
async function openBeside(link) {
  const place = document.querySelector(link.dataset.beside), before = place.firstElementChild;
  await htmx.ajax("GET", link.href, { target: place, select: "#noi-dung > *" });
  if (place.firstElementChild === before) { location.assign(link.href); return; } // no answer: its own page says why
  all("a[data-beside][aria-current]").forEach((a) => a.removeAttribute("aria-current"));
  link.setAttribute("aria-current", "true");
  history.pushState(null, "", link.href);
  shownAt = location.pathname + location.search;
  place.focus({ preventScroll: true });
}
on("click", "a[data-beside]", (link, e) => {
  if (e.metaKey || e.ctrlKey || e.shiftKey || !window.matchMedia("(min-width: 75rem)").matches) return;
  e.preventDefault();
  openBeside(link);
});
window.addEventListener("popstate", () => { if (shownAt && location.pathname + location.search !== shownAt) location.reload(); });

/* --- long work: <form data-progress="address"> shows how far it is while the browser waits for the answer --- */
on("submit", "form[data-progress]", (form) => {
  const [shown, words, bar, count] = ["p", "span", "progress", "span"].map((tag) => document.createElement(tag));
  shown.className = "note working";
  words.setAttribute("role", "status");
  bar.setAttribute("aria-label", "Tiến độ");
  shown.append(words, bar, count);
  const ask = async () => {
    const said = await fetch(form.dataset.progress).then((r) => r.json()).catch(() => ({}));
    const now = said.words || words.textContent || "Đang làm…";
    if (words.textContent !== now) words.textContent = now;
    if (said.total) [bar.max, bar.value, count.textContent] = [said.total, said.done, `${said.done.toLocaleString("vi")}/${said.total.toLocaleString("vi")}`];
    setTimeout(ask, 1000);
  };
  setTimeout(() => { all("button", form).forEach((b) => { b.disabled = true; }); form.append(shown); ask(); }, 700);
});
window.addEventListener("pageshow", (e) => { if (e.persisted && document.querySelector(".working")) location.reload(); });

function begin(root) {
  all("[data-draft-done]", root).forEach((e) => sessionStorage.removeItem(key(e.dataset.draftDone)));
  all("form[data-draft]", root).forEach(offerDraft);
  all("[data-toast]", root).forEach(countDown);
  all("input[type=date]", root).forEach(readDay);
  all("[data-slide]", root).forEach(slider);
  all("output[data-sum]", root).forEach(addUp);
  root.querySelector("[data-focus]")?.focus();
}
document.addEventListener("DOMContentLoaded", () => begin(document));
document.addEventListener("htmx:afterSettle", (e) => all("[data-toast]", e.target).forEach(countDown));
