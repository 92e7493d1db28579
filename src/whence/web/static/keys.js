// Keys for what the page has as links anyway. No text of a report is ever read or cut here.
(() => {
  const typing = (node) => /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName) || node.isContentEditable;
  const steps = () => [...document.querySelectorAll(".change, .slight, [data-step]")].filter((n) => n.checkVisibility());
  const say = (words) => { document.getElementById("said").textContent = words; };
  let at = -1;

  function step(by) {
    const all = steps();
    if (!all.length) return;
    const now = all.indexOf(document.activeElement);
    at = Math.min(all.length - 1, Math.max(0, (now >= 0 ? now : at) + by));
    const node = all[at];
    node.tabIndex = -1;
    node.focus({ preventScroll: true });
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    node.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    if (node.id) history.replaceState(null, "", "#" + node.id);
  }

  function help() {
    const dialog = document.getElementById("keys");
    if (dialog.open) dialog.close(); else dialog.showModal();
  }

  function copy() {
    if (!navigator.clipboard) return say("This browser does not let a page copy.");
    navigator.clipboard.writeText(location.href).then(() => say("Link copied."), () => say("The link could not be copied."));
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const key = event.key;
    const own = { j: () => step(1), k: () => step(-1), c: copy, "?": help }[key];
    const node = own ? null : "/[]uw".includes(key) && document.querySelector(`[data-key="${key}"]`);
    if (!own && !node) return;
    event.preventDefault();
    if (own) own(); else if (typing(node)) node.focus(); else node.click();
  });
  for (const node of document.querySelectorAll(".needs-script")) node.hidden = false;
  for (const node of document.querySelectorAll('button[data-key="?"]')) node.addEventListener("click", help);
})();
