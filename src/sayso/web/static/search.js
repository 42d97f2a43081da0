// Search as one types: the server's own answers take the place of the last ones. Without it the form does the same.
const form = document.querySelector("form.search");
const field = form.querySelector("input[type=search]");
const answers = document.getElementById("answers");
const told = document.getElementById("told"); // says to a screen reader how many there are, not each of them
const WAIT = 200; // milliseconds after the last key, so that a word is asked for once
let waiting = 0, asking = null, last = field.value;

const ask = async () => {
  if (field.value === last) return;
  last = field.value;
  asking?.abort();
  asking = new AbortController();
  const address = "/search?" + new URLSearchParams(new FormData(form));
  answers.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address + "&part=1", { signal: asking.signal });
    if (!answer.ok && answer.status !== 422) return;
    const made = new DOMParser().parseFromString(await answer.text(), "text/html");
    answers.replaceChildren(...made.body.childNodes);
    history.replaceState(null, "", address);
    told.textContent = answers.querySelector(".told")?.textContent ?? "";
    field.toggleAttribute("aria-invalid", answers.querySelector(".warn") !== null);
    document.querySelector("header.site input[type=search]").value = field.value;
  } catch (error) {
    if (error.name !== "AbortError") throw error;
    return;
  }
  answers.removeAttribute("aria-busy");
};

field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, WAIT);
});
