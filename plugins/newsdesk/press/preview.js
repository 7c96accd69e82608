// Keeps a page of the preview fresh. No published site has it.
(() => {
  "use strict";

  const { terbit: shown, bahasa } = document.currentScript.dataset;
  const WORDS = {
    id: [
      "Situs belum diperbarui: ada yang perlu diperbaiki",
      "Di bawah ini situs terakhir yang utuh.",
    ],
    en: [
      "Not updated: something needs mending",
      "Below is the last site that was whole.",
    ],
  };
  let stream = null;

  // Only pages in sight listen: a browser opens six connections to one server, and each
  // listener holds one.
  function listen() {
    if (stream !== null || document.hidden) {
      return;
    }
    stream = new EventSource("/_siaran/kabar");
    stream.addEventListener("terbit", (event) => {
      if (event.data !== shown) {
        location.reload();
      }
    });
    stream.addEventListener("temuan", (event) => tell(event.data));
    stream.addEventListener("error", (event) => {
      // Otherwise the browser tries again by itself.
      if (event.target.readyState === EventSource.CLOSED) {
        rest();
        setTimeout(listen, 2000);
      }
    });
  }

  function rest() {
    stream?.close();
    stream = null;
  }

  let place = document.querySelector("[data-temuan]");

  function tell(findings) {
    place ??= banner();
    place.textContent = findings;
  }

  // Between head and body and with a shadow of its own, so that neither the layout nor
  // the styles of the page touch it, and it none of them.
  function banner() {
    const host = document.createElement("siaran-pratinjau");
    host.lang = bahasa;
    const root = host.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = "/_siaran/pratinjau.css";
    const box = document.createElement("details");
    box.open = true;
    const title = document.createElement("summary");
    title.setAttribute("role", "alert");
    const below = document.createElement("p");
    [title.textContent, below.textContent] = WORDS[bahasa];
    const findings = document.createElement("pre");
    findings.tabIndex = 0;
    box.append(title, below, findings);
    root.append(style, box);
    document.body.before(host);
    return findings;
  }

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      rest();
    } else {
      listen();
    }
  });
  listen();
})();
