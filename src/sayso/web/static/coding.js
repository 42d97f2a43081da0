// Coding by keys: each key presses its button, and the next sentence takes the place of the last one. Without this the buttons
// are forms that do the same.
const work = document.getElementById("work");
const share = document.getElementById("share");
const AGAIN = 1000; // milliseconds between two looks at whether something that takes long is done
let busy = false, asking = null, waiting = 0;

const fetched = async (address, options) => {
  let answer = await fetch(address, options);
  while (answer.status === 202) {
    await new Promise((go) => { setTimeout(go, AGAIN); });
    answer = await fetch(answer.url, { signal: options?.signal });
  }
  const made = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!answer.ok) throw new Error(made.querySelector(".lead")?.textContent ?? "That did not work; load the page again.");
  return made.body.childNodes;
};

const send = async (form, button) => {
  if (busy) return;
  busy = true;
  const data = new URLSearchParams(new FormData(form));
  data.append(button.name, button.value);
  data.append("part", "true");
  work.setAttribute("aria-busy", "true");
  const focused = document.activeElement === button ? button.dataset.key : null;
  try {
    work.replaceChildren(...await fetched(form.action, { method: "POST", body: data }));
    if (focused) work.querySelector(`button[data-key="${focused}"]`)?.focus();
    clearTimeout(waiting);
    waiting = setTimeout(refresh, 300);
  } catch (error) {
    const told = document.createElement("p");
    told.className = "warn";
    told.setAttribute("role", "alert");
    told.textContent = error.message;
    work.prepend(told);
  }
  work.removeAttribute("aria-busy");
  busy = false;
};

const refresh = async () => {
  asking?.abort();
  const mine = asking = new AbortController();
  share.setAttribute("aria-busy", "true");
  try {
    share.replaceChildren(...await fetched(`${share.dataset.address}&part=true`, { signal: mine.signal }));
    document.dispatchEvent(new CustomEvent("figures"));
  } catch (error) {
    if (error.name === "AbortError") return;
    // what was there stays: the sentences matter more than the number
  }
  share.removeAttribute("aria-busy");
};

work.addEventListener("submit", (event) => {
  if (!event.submitter) return;
  event.preventDefault();
  send(event.target, event.submitter);
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target.closest("input, textarea, select")) return;
  const button = work.querySelector(`button[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!button) return;
  event.preventDefault();
  send(button.form, button);
});
refresh();
