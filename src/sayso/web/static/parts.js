// Parts of a page that take their time: fetched once the page is there, each as the server renders it. Without this they are links.
const load = async (section) => {
  const link = section.querySelector(".given a");
  const told = document.createElement("p");
  told.className = "quiet";
  told.setAttribute("role", "status");
  told.textContent = "Working on it …";
  const stop = document.createElement("button");
  stop.type = "button";
  stop.textContent = "Stop";
  const going = new AbortController();
  stop.addEventListener("click", () => { going.abort(); told.remove(); stop.remove(); link.hidden = false; });
  link.hidden = true;
  section.append(told, stop);
  try {
    for (;;) {
      const answer = await fetch(section.dataset.part + (section.dataset.part.includes("?") ? "&" : "?") + "part=1", { signal: going.signal });
      const made = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (answer.status === 202) {
        const bar = made.querySelector("progress[max]");
        told.textContent = bar ? `Working on it: ${bar.value} of ${bar.max} …` : "Working on it …";
        await new Promise((go) => { setTimeout(go, 1000); });
        continue;
      }
      if (!answer.ok) throw new Error(made.querySelector(".lead")?.textContent ?? "It could not be worked out.");
      section.querySelector(".given").replaceWith(...made.body.childNodes);
      document.dispatchEvent(new Event("figures"));
      break;
    }
  } catch (error) {
    if (error.name !== "AbortError") { link.hidden = false; told.textContent = error.message; stop.remove(); return; }
  }
  told.remove();
  stop.remove();
};
for (const section of document.querySelectorAll("[data-part]")) load(section);
