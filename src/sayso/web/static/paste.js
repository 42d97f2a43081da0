// Says at once that a file is too large to be sent; without it the server does.
const file = document.querySelector("input[type=file][data-most]");
const most = Number(file?.dataset.most);
file?.addEventListener("change", () => {
  const size = file.files[0]?.size ?? 0;
  file.setCustomValidity(size > most ? `This file has ${size.toLocaleString("en")} bytes; up to ${most.toLocaleString("en")} can be sent. Save the article alone and send that.` : "");
  file.reportValidity();
});
