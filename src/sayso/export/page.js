
(() => {
  "use strict";
  document.documentElement.classList.add("js");
  const count = document.querySelectorAll(".card").length;
  const live = document.querySelector(".live");
  const card = (n) => document.getElementById("f" + n);
  const place = (n) => document.getElementById("t" + n);
  let chosen = 0;

  const remember = (hash) => { try { history.replaceState(null, "", hash); } catch { /* a frame without an address */ } };

  const clear = () => {
    document.querySelectorAll(".on").forEach((each) => each.classList.remove("on"));
    document.querySelectorAll("[aria-current]").forEach((each) => each.removeAttribute("aria-current"));
    chosen = 0;
    live.textContent = "";
  };

  const choose = (n, goTo) => {
    const shown = card(n);
    if (!shown) return;
    clear();
    chosen = n;
    shown.classList.add("on");
    shown.setAttribute("aria-current", "true");
    document.querySelectorAll("a.f" + n).forEach((each) => each.classList.add("on"));
    live.textContent = shown.querySelector("h3").textContent + ": " + (shown.querySelector(".said")?.textContent ?? "");
    remember("#f" + n);
    const words = place(n);
    if (goTo === "text" && words) {
      words.focus({ preventScroll: true });
      words.scrollIntoView({ block: "center" });
    }
    if (getComputedStyle(shown).position !== "fixed") {
      const panel = shown.closest("aside");
      const box = shown.getBoundingClientRect(), frame = panel.getBoundingClientRect();
      if (panel.scrollHeight > panel.clientHeight) {
        if (box.top < frame.top || box.bottom > frame.bottom) panel.scrollTop += box.top - frame.top - frame.height / 4;
      } else if (goTo === "card") shown.scrollIntoView({ block: "nearest" });
    }
  };

  document.querySelectorAll("button.copy").forEach((each) => { each.hidden = !navigator.clipboard; });

  document.addEventListener("click", (event) => {
    const copy = event.target.closest("button.copy");
    if (copy) {
      navigator.clipboard.writeText(copy.parentElement.querySelector(".citation").textContent)
        .then(() => { copy.textContent = "Copied"; live.textContent = "Copied"; }, () => { copy.hidden = true; });
      return;
    }
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const to = /^#([ft])(\d+)$/.exec(link.getAttribute("href"));
    if (!to) return;
    event.preventDefault();
    if (link.classList.contains("close")) { clear(); remember("#"); return; }
    choose(Number(to[2]), to[1] === "t" || !link.classList.contains("m") ? "text" : "card");
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !count) return;
    if (event.key === "n" || event.key === "j") choose(chosen >= count ? 1 : chosen + 1, "text");
    else if (event.key === "p" || event.key === "k") choose(chosen <= 1 ? count : chosen - 1, "text");
    else if (event.key === "Escape") { clear(); remember("#"); }
    else return;
    event.preventDefault();
  });

  const fromAddress = () => {
    const to = /^#f(\d+)$/.exec(location.hash);
    if (to) choose(Number(to[1]), "text");
  };
  window.addEventListener("hashchange", fromAddress);
  fromAddress();
})();
