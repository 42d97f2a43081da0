// Coding by keys: each presses the button that has it. Without this the buttons do the same.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.target.closest("input, textarea, select")) return;
  const button = document.querySelector(`button[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!button) return;
  event.preventDefault();
  document.querySelectorAll("button[data-key]").forEach((each) => each.setAttribute("aria-disabled", "true"));
  button.click();
});
