// Small comforts over pages that work without them.
"use strict";

// A form that narrows shows at once what was chosen with a pointer; with the keyboard, only when it is sent.
let byPointer = false;
addEventListener("pointerdown", () => { byPointer = true; }, true);
addEventListener("keydown", () => { byPointer = false; }, true);
document.addEventListener("change", (event) => {
  const form = event.target.form;
  if (form && byPointer && form.matches(".filters, .day") && event.target.matches("select, [type=date], [type=checkbox]")) form.requestSubmit();
});

// What was typed is not lost by leaving the page unasked.
let unsaved = false;
document.addEventListener("input", (event) => { if (event.target.closest("form.form")) unsaved = true; });
addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });

// A file that is too large is told of when it is chosen, and not sent.
const overweight = (field) => [...field.files].find((file) => file.size > Number(field.dataset.most));
document.addEventListener("change", (event) => {
  const field = event.target;
  if (!field.matches("[data-most]")) return;
  const place = field.closest(".field");
  for (const told of place.querySelectorAll(".error")) told.remove();
  const file = overweight(field);
  place.classList.toggle("wrong", Boolean(file));
  field.setAttribute("aria-invalid", Boolean(file));
  if (!file) return;
  const told = document.createElement("p");
  told.className = "error";
  told.id = field.id + "-error";
  told.setAttribute("role", "alert");
  told.textContent = `“${file.name}” has ${Math.ceil(file.size / 1048576)} MB, and ${Math.floor(field.dataset.most / 1048576)} MB is the most. Choose a smaller one.`;
  field.before(told);
  field.setAttribute("aria-describedby", `${field.id}-hint ${told.id}`);
});

// A form is sent once, and its empty filters stay out of the address.
document.addEventListener("submit", (event) => {
  const form = event.target;
  const heavy = [...form.querySelectorAll("[data-most]")].find(overweight);
  if (heavy) {
    event.preventDefault();
    heavy.focus();
    return;
  }
  const method = form.getAttribute("method");
  if (method === "get") {
    for (const field of form.elements) if (field.name && field.value === "") field.disabled = true;
  } else if (method === "post") {
    unsaved = false;
    // After the browser has read which button was pressed.
    setTimeout(() => { for (const button of form.querySelectorAll("button")) button.disabled = true; });
  }
});
addEventListener("pageshow", (event) => {
  if (event.persisted) for (const field of document.querySelectorAll(":disabled")) field.disabled = false;
});

// A refused form starts where it went wrong.
const errors = document.querySelectorAll(".errors");
if (errors.length === 1) errors[0].focus();

// On a phone the side list shows the place we are in.
const current = document.querySelector(".side [aria-current]");
if (current) current.closest(".side").scrollLeft = current.offsetLeft - 16;

// A page that others work on too says when what it shows has changed. Only the page in front waits: a browser opens few
// connections to one place, and a page that comes to the front again is told at once.
const { scope, since } = document.body.dataset;
if (scope && "EventSource" in window) {
  let source = null;
  let told = false;
  const wait = () => {
    if (source) source.close();
    source = null;
    if (document.hidden || told) return;
    source = new EventSource("/changes?scope=" + encodeURIComponent(scope) + "&since=" + since);
    source.addEventListener("changed", () => {
      told = true;
      const band = document.createElement("p");
      const again = document.createElement("a");
      band.className = "notice blue";
      band.setAttribute("role", "status");
      again.href = location.href;
      again.textContent = "Show it as it is now.";
      band.append("This page has changed since you opened it. ", again);
      document.querySelector("main").prepend(band);
      wait();
    });
  };
  document.addEventListener("visibilitychange", wait);
  addEventListener("pagehide", () => { if (source) source.close(); });
  addEventListener("pageshow", (event) => { if (event.persisted) wait(); });
  wait();
}

// Printing opens what was folded, and folds it again; a drawing needs no table on paper.
let folded = [];
addEventListener("beforeprint", () => { folded = [...document.querySelectorAll("main :not(figure) + details:not([open]), main details:first-child:not([open])")]; for (const part of folded) part.open = true; });
addEventListener("afterprint", () => { for (const part of folded) part.open = false; });

// Two keys, which whoever is in their way can turn off: "/" goes to the words to look for, "?" tells of the keys.
const off = () => localStorage.getItem("muster-keys") === "off";
const dialog = document.createElement("dialog");
dialog.setAttribute("aria-labelledby", "keys-title");
dialog.innerHTML = '<h2 id="keys-title">Keys</h2><p><kbd>/</kbd> goes to the words to look for.<br><kbd>?</kbd> shows this.</p>'
  + '<p><label class="choice"><input type="checkbox"> <span>Use these keys</span></label></p><form method="dialog"><button class="button quiet">Close</button></form>';
const foot = document.querySelector(".foot");
if (foot) {
  document.body.append(dialog);
  const box = dialog.querySelector("input");
  box.checked = !off();
  box.addEventListener("change", () => localStorage.setItem("muster-keys", box.checked ? "on" : "off"));
  const opener = document.createElement("button");
  opener.type = "button";
  opener.textContent = "Keys";
  opener.addEventListener("click", () => dialog.showModal());
  foot.prepend(opener);
}
addEventListener("keydown", (event) => {
  if (off() || !foot || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog")) return;
  const search = document.querySelector("input[type=search]");
  if (event.key === "/" && search) { event.preventDefault(); search.focus(); }
  if (event.key === "?") dialog.showModal();
});

// A box that finds things as one types shows the likeliest below it: each a link, or in a field of a form what puts its reference there.
// Without this it is a form like any other.
for (const place of document.querySelectorAll("[data-finds]")) {
  const box = place.querySelector("input");
  if (!box) continue;
  const list = document.createElement("ul");
  list.className = "suggested";
  list.setAttribute("aria-live", "polite");
  list.hidden = true;
  place.append(list);
  box.autocomplete = "off";
  let turn = 0;
  box.addEventListener("input", async () => {
    const mine = ++turn;
    if (!box.value.trim()) { list.hidden = true; return; }
    const answer = await fetch(place.dataset.finds + "?words=" + encodeURIComponent(box.value)).catch(() => null);
    // An answer that comes after a later key is of no more use.
    if (mine !== turn || !answer || !answer.ok) return;
    const found = await answer.json();
    list.replaceChildren(...found.map((one) => {
      const item = document.createElement("li");
      const choice = document.createElement(place.dataset.leads ? "a" : "button");
      if (place.dataset.leads) choice.href = place.dataset.leads + encodeURIComponent(one.reference);
      else {
        choice.type = "button";
        choice.addEventListener("click", () => { box.value = one.reference; list.hidden = true; box.focus(); });
      }
      choice.textContent = place.dataset.leads ? one.line : one.reference + ": " + one.line;
      item.append(choice);
      return item;
    }));
    list.hidden = found.length === 0;
  });
}

// Whoever signs out of a device that others use leaves nothing on it that they typed.
for (const form of document.querySelectorAll('form[action$="/sign-out"]')) form.addEventListener("submit", (event) => {
  const left = Object.keys(localStorage).filter((name) => name.startsWith("muster-sheet "));
  if (left.length && !confirm("What was typed into an audit is on this device alone and not saved there. Sign out and drop it?")) {
    event.preventDefault();
    event.stopPropagation();
  } else left.forEach((name) => localStorage.removeItem(name));
});

// A working form that says where it is kept is kept on this device while it is typed, and saved there when the line is. What was sent
// and not answered is sent again as it was, before anything newer: there it counts once. Without this it is a form like any other.
const sheet = document.querySelector("form[data-keeps]");
if (sheet) {
  const place = "muster-sheet " + sheet.dataset.keeps;
  const told = sheet.querySelector(".kept");
  const field = sheet.elements.version;
  const typed = () => new URLSearchParams([...new FormData(sheet)].filter(([name]) => name !== "csrf" && name !== "version")).toString();
  const clock = () => new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const fill = (text) => {
    const values = new URLSearchParams(text);
    for (const one of sheet.elements) {
      if (!one.name || one.name === "csrf" || one.name === "version" || one.type === "submit") continue;
      if (one.type === "radio" || one.type === "checkbox") one.checked = values.getAll(one.name).includes(one.value);
      else one.value = values.get(one.name) ?? "";
    }
  };
  const say = (standing, sentence, ...choices) => {
    told.hidden = false;
    told.dataset.standing = standing;
    told.replaceChildren(sentence, ...choices.map(([words, deed]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button quiet";
      button.textContent = words;
      button.addEventListener("click", deed);
      return button;
    }));
  };
  const begun = typed();
  let kept = JSON.parse(localStorage.getItem(place) || "null");
  if (kept && kept.fields === begun) kept = null;
  // A device may have no room left: then what is typed stays on the page alone until it is saved there.
  const keep = () => {
    try { if (kept) localStorage.setItem(place, JSON.stringify(kept)); else localStorage.removeItem(place); return true; } catch { return false; }
  };
  keep();

  let timer = 0;
  let busy = false;
  let stopped = false;
  const later = (milliseconds) => { clearTimeout(timer); timer = setTimeout(save, milliseconds); };

  // Gives back whether all that is typed is saved there.
  async function save() {
    clearTimeout(timer);
    if (!kept) return true;
    if (busy || stopped) return false;
    busy = true;
    kept.sending = kept.sending || { version: kept.version, fields: kept.fields };
    keep();
    const body = new URLSearchParams(kept.sending.fields);
    body.set("version", kept.sending.version);
    body.set("csrf", sheet.elements.csrf.value);
    const answer = await fetch(sheet.dataset.saves, { method: "POST", body, signal: AbortSignal.timeout(20000) }).catch(() => null);
    const told = answer && (answer.headers.get("content-type") || "").includes("json") ? await answer.json().catch(() => null) : null;
    busy = false;
    if (!answer || answer.status >= 500) {
      say("here", `Kept on this device at ${clock()}, and not saved there yet: there is no line. It is sent when the line returns.`);
      later(15000);
      return false;
    }
    if (answer.ok && told) {
      const sent = kept.sending.fields;
      kept.version = told.version;
      kept.sending = null;
      field.value = told.version;
      if (kept.fields !== sent) { keep(); return save(); }
      kept = null;
      keep();
      unsaved = false;
      say("there", `Saved there at ${clock()}. Nothing is left on this device.`);
      return true;
    }
    kept.sending = null;
    keep();
    if (told && told.code === "changed-meanwhile") {
      stopped = true;
      say("conflict", "Somebody else saved this audit since you opened it. What you typed is kept on this device and was not put in place of theirs.",
        ["Look at theirs, and drop mine", () => { kept = null; keep(); unsaved = false; location.reload(); }],
        ["Put mine in place of theirs", () => { kept.version = told.version; field.value = told.version; stopped = false; keep(); save(); }]);
    } else if (told && told.sentence) {
      say("here", "Kept on this device, and not saved there: " + (told.fields && told.fields.length ? told.fields[0].sentence : told.sentence));
    } else {
      say("here", "Kept on this device, and not saved there. Sign in again in another window, then open this page anew: what you typed will be here.");
    }
    return false;
  }

  sheet.addEventListener("input", () => {
    kept = { version: field.value, fields: typed(), sending: kept ? kept.sending : null };
    const isKept = keep();
    if (stopped) return;
    say("here", isKept ? `Kept on this device at ${clock()}, and not saved there yet.` : "This device has no room to keep it. Leave this page open until it is saved there.");
    later(1500);
  });
  sheet.addEventListener("submit", async (event) => {
    event.preventDefault();
    event.stopPropagation();
    if (stopped) return;
    while (busy) await new Promise((done) => setTimeout(done, 100));
    kept = { version: field.value, fields: typed(), sending: kept ? kept.sending : null };
    keep();
    if (await save()) { location.assign(sheet.dataset.done); return; }
    // What was refused is shown by the page itself, beside each field.
    if (navigator.onLine && !stopped && told.dataset.standing === "here" && !kept.sending) { unsaved = false; sheet.submit(); }
  });
  addEventListener("online", () => later(0));
  if (kept) {
    fill(kept.fields);
    // It was typed over the version of then: what somebody else saved since is not to be overwritten in silence.
    field.value = kept.version;
    say("here", "What you typed here before and was not saved there is below again.");
    later(500);
  }
}
