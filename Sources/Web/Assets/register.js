// Comforts over the public register, which works without them.
"use strict";

// On a phone what narrows is folded until it is wanted.
const all = document.querySelector(".facets .all");
if (all && matchMedia("(max-width: 56rem)").matches) all.open = false;

// The page follows what is typed and ticked: the same address as the form would ask for, put in place of what was found.
const form = document.getElementById("filter");
const results = document.getElementById("results");
if (form && results && "fetch" in window) {
  let timer = 0;
  let asking = null;

  const wanted = () => {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value.trim() !== "") query.append(name, value.trim());
    const text = query.toString();
    return form.getAttribute("action") + (text ? "?" + text : "");
  };

  const show = (page) => {
    const found = page.getElementById("results");
    if (!found) return false;
    results.replaceChildren(...found.childNodes);
    for (const count of document.querySelectorAll(".facet .count")) {
      const other = page.getElementById(count.id);
      if (!other) continue;
      count.textContent = other.textContent;
      count.closest("li").classList.toggle("none", other.textContent === "0");
    }
    for (const place of [".masthead nav", ".views"]) {
      const [here, there] = [document.querySelector(place), page.querySelector(place)];
      if (here && there) here.replaceChildren(...there.childNodes);
    }
    document.title = page.title;
    return true;
  };

  const ask = async () => {
    const address = wanted();
    if (asking) asking.abort();
    asking = new AbortController();
    results.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { signal: asking.signal, credentials: "omit" });
      if (!answer.ok) throw new Error(answer.statusText);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!show(page)) throw new Error("no results");
      history.replaceState(null, "", address);
    } catch (error) {
      if (error.name !== "AbortError") location.assign(address);
      return;
    }
    results.removeAttribute("aria-busy");
  };

  const soon = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(ask, wait);
  };

  document.addEventListener("input", (event) => { if (event.target.form === form && event.target.type === "search") soon(180); });
  document.addEventListener("change", (event) => { if (event.target.form === form && event.target.type !== "search") soon(0); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    soon(0);
  });
}

// On paper nothing is folded.
let folded = [];
addEventListener("beforeprint", () => { folded = [...document.querySelectorAll("main details:not([open])")]; for (const part of folded) part.open = true; });
addEventListener("afterprint", () => { for (const part of folded) part.open = false; });
