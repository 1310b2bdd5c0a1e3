// On the page of a report: a figure at a glance where it stands. Without this file a figure leads to its page.
"use strict";

const glance = document.getElementById("so-nho");
let opener = null;

function beside(chip) {
  if (window.innerWidth < 768) return glance.removeAttribute("style");
  const box = chip.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = glance;
  const under = box.bottom + 8 + height < window.innerHeight;
  glance.style.top = `${Math.max(8, under ? box.bottom + 8 : box.top - 8 - height)}px`;
  glance.style.left = `${Math.max(8, Math.min(box.left, window.innerWidth - width - 16))}px`;
}

async function show(chip) {
  const [path, query] = chip.getAttribute("href").split("?");
  const code = path.split("/").pop();
  const more = chip.closest("[data-more]").dataset.more;
  const answer = await fetch(`${more}${code}?${query}&so=${encodeURIComponent(chip.dataset.ref)}`);
  if (!answer.ok) throw new Error(answer.status);
  glance.innerHTML = await answer.text();
  opener = chip;
  glance.showPopover();
  beside(chip);
  chip.setAttribute("aria-expanded", "true");
  glance.querySelector("a.button").focus({ preventScroll: true });
}

if (glance?.showPopover) {
  document.addEventListener("click", (e) => {
    const chip = e.target.closest("a.figure-chip[data-ref]");
    if (!chip || e.button || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    show(chip).catch(() => { location.href = chip.href; });
  });
  glance.addEventListener("toggle", (e) => {
    if (e.newState !== "closed" || !opener) return;
    opener.removeAttribute("aria-expanded");
    if (glance.contains(document.activeElement) || document.activeElement === document.body) opener.focus({ preventScroll: true });
    opener = null;
  });
}

// A saved text is no draft any more, and reading goes on where it was saved.
document.addEventListener("htmx:load", (e) => {
  all("[data-draft-done]", e.target.parentElement ?? e.target).forEach((done) => sessionStorage.removeItem(key(done.dataset.draftDone)));
  e.target.querySelector?.("[data-focus]")?.focus();
});

// The address of an annex opens it.
const unfold = () => document.getElementById(location.hash.slice(1))?.closest("details.annex")?.setAttribute("open", "");
window.addEventListener("hashchange", unfold);
unfold();
