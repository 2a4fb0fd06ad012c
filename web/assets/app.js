// Conveniences only: every page works without this file.

// A form sent twice by an impatient finger is sent once, and says that it is under way.
const words = new WeakMap();
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  const pressed = event.submitter;
  if (pressed?.matches("button.button")) {
    words.set(pressed, [...pressed.childNodes]);
    pressed.replaceChildren(document.body.dataset.sending);
  }
  for (const button of form.querySelectorAll("button")) button.setAttribute("aria-busy", "true");
  // Only when the form is on its way: a button that is off does not say which one was pressed.
  setTimeout(() => {
    if (form.dataset.sent) for (const button of form.querySelectorAll("button")) button.disabled = true;
  });
});

// Coming back through the history finds the forms usable again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("button")) {
      button.removeAttribute("aria-busy");
      button.disabled = false;
      if (words.has(button)) button.replaceChildren(...words.get(button));
    }
  }
});

// Printing needs script, so its button appears only where script runs.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// Work that goes on by itself is looked at again until it is done. Meanwhile only its parts change, in their places, so
// that a reader with a screen reader hears how far it is and nobody loses their place.
const lookAgain = async () => {
  const going = document.querySelector("[data-refresh]");
  if (!going) return;
  const here = new URL(location.href);
  // What was done to come here is old by then.
  here.searchParams.delete("done");
  const answer = document.hidden ? undefined : await fetch(here).catch(() => undefined);
  if (answer && (answer.redirected || (answer.status >= 400 && answer.status < 500 && answer.status !== 429))) {
    location.replace(here);
    return;
  }
  if (answer?.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const later = page.querySelector("[data-refresh]");
    document.title = page.title;
    for (const part of later ? going.querySelectorAll("[data-part]") : []) {
      const news = later.querySelector(`[data-part="${part.dataset.part}"]`);
      if (part.textContent !== news.textContent) part.textContent = news.textContent;
      for (const name of ["max", "value"]) {
        if (news.hasAttribute(name)) part.setAttribute(name, news.getAttribute(name));
        else part.removeAttribute(name);
      }
    }
    if (!later) {
      const main = document.querySelector("main");
      const reading = main.contains(document.activeElement) || document.activeElement === document.body;
      history.replaceState(null, "", here);
      main.replaceWith(page.querySelector("main"));
      if (reading) document.querySelector("main").focus();
      return;
    }
  }
  setTimeout(lookAgain, 2000);
};
setTimeout(lookAgain, 2000);

// A list of errors is where the reader should start.
document.querySelector(".error-summary")?.focus();

// One menu at a time; Escape and a click elsewhere close it.
const close = (menu) => menu.removeAttribute("open");
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) close(menu);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    close(menu);
    menu.querySelector("summary")?.focus();
  }
});
