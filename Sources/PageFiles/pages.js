// Comfort only: every page says all it has to say without this file.
"use strict";

// The player: one picture after the other, from the oldest version on the page to the newest.
for (const player of document.querySelectorAll("[data-player]")) {
  const versions = [...document.querySelectorAll(".versions > li[data-picture]")].reverse();
  const range = player.querySelector("input[type=range]");
  const button = player.querySelector("[data-play]");
  const image = player.querySelector("[data-image]");
  const text = (item, selector) => item.querySelector(selector)?.textContent.replace(/\s+/g, " ").trim() ?? "";
  let timer = 0;

  const show = () => {
    const item = versions[Number(range.value)];
    const name = `${text(item, ".when a")}, ${text(item, ".when span")}`;
    const leadTime = text(item, ".figure strong");
    image.src = item.dataset.picture;
    image.alt = `The map of ${name}. Lead time ${leadTime}.`;
    player.querySelector("[data-name]").textContent = `${name}: ${leadTime}`;
    player.querySelector("[data-subject]").textContent = text(item, "[data-subject]");
    range.setAttribute("aria-valuetext", `${name}, lead time ${leadTime}`);
  };
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    button.textContent = "Play";
    button.setAttribute("aria-pressed", "false");
  };
  const step = () => {
    range.value = Number(range.value) + 1;
    show();
    if (Number(range.value) === versions.length - 1) stop();
  };

  if (versions.length < 2) continue;
  range.max = versions.length - 1;
  range.value = versions.length - 1;
  range.addEventListener("input", () => { stop(); show(); });
  button.addEventListener("click", () => {
    if (timer) return stop();
    if (Number(range.value) === versions.length - 1) { range.value = 0; show(); }
    button.textContent = "Pause";
    button.setAttribute("aria-pressed", "true");
    timer = setInterval(step, 1400);
  });
  player.hidden = false;
  show();
}

// The search of a published site, where no server answers the form.
for (const form of document.querySelectorAll("form[data-filter]")) {
  const rows = [...document.querySelectorAll("tr[data-kind]")];
  const count = document.querySelector("[data-count]");
  const filter = () => {
    const fields = new FormData(form);
    const words = (fields.get("text") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const content = row.textContent.toLowerCase();
      const fits = (name, values) => !fields.get(name) || values.includes(fields.get(name));
      row.hidden = !(words.every((word) => content.includes(word)) && fits("kind", [row.dataset.kind])
        && fits("team", row.dataset.team.split(" ")) && fits("stream", [row.dataset.stream]));
      if (!row.hidden) shown += 1;
    }
    count.textContent = shown === rows.length ? `${rows.length} in all` : `${shown} of ${rows.length}`;
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => { event.preventDefault(); filter(); });
  form.hidden = false;
}

// A choice of a list on a served page searches at once.
for (const form of document.querySelectorAll("form.search:not([data-filter])")) {
  for (const choice of form.querySelectorAll("select")) choice.addEventListener("change", () => form.requestSubmit());
}
