// The comment form, and the comments above it.
start(() => {
  let form = document.getElementById("comment-form");
  const fields = [...document.querySelectorAll("[data-limit]")];

  // A link to a comment that is no longer on this page leads to the page before, and so on.
  start(() => {
    const older = document.querySelector("[rel=prev]");
    const id = location.hash.slice(1);
    if (!older || !/-\w{26}$/.test(id) || document.getElementById(id)) return;
    older.hash = id;
    location.replace(older);
  });

  // The page may be older than the last day on which comments are taken.
  start(() => {
    const until = document.getElementById("comment-until");
    if (!form || !until || Date.now() <= Date.parse(until.querySelector("time").dateTime)) return;
    document.getElementById("comment-form-title").textContent = until.dataset.closed;
    form.remove();
    form = undefined;
  });

  // Who writes a comment loads one script more, which counts what is left and finds the security code.
  let writing;
  const write = () =>
    (writing ??= import(form.dataset.writing).then((script) => {
      start(() => script.count(form, fields, counted));
      return script;
    }));

  // The reference of a comment that was just sent comes back in the address.
  const reference = new URLSearchParams(location.search).get("comment");
  const sent = /^[\w-]{56}$/.test(reference);
  start(() => {
    const place = document.getElementById("comment-reference");
    if (!place || !sent) return;
    place.textContent = reference;
    place.href += reference;
    place.parentElement.hidden = false;
  });

  form?.addEventListener("focusin", write, { once: true });

  // What was written stays until it is sent, through failures and reloads, in this tab alone. It takes a phone long to read
  // that, so this is a task of its own.
  setTimeout(() => {
    if (!form) return;
    const tab = storage("sessionStorage");
    const name = "comment " + form.dataset.article;
    if (sent) {
      delete tab[name];
    } else {
      const kept = JSON.parse(tab[name] ?? "{}");
      for (const field of fields) {
        field.value ||= kept[field.name] ?? "";
      }
    }
    if (fields.some((field) => field.value)) write();
    form.addEventListener("input", () => {
      tab[name] = JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, field.value])));
    });
  });

  // The security code is found while the reader writes. Without it the server asks a question instead.
  start(() => {
    const code = form?.elements.altcha;
    if (!code || !crypto.subtle) return;
    const check = document.getElementById("comment-check");
    let solving, old;
    const ready = () => {
      if (!solving || Date.now() > old) {
        old = Date.now() + 15 * 60e3;
        code.value = "";
        solving = write()
          .then((script) => script.solve(form, check, fetchJson))
          .catch(() => (check.textContent = ""));
      }
      return solving;
    };
    form.addEventListener("focusin", ready, { once: true });
    let waited = false;
    form.addEventListener("submit", async (event) => {
      const wait = waited || ready();
      if (waited || code.value) return;
      event.preventDefault();
      check.textContent = check.dataset.sending;
      await wait;
      // Not before this event is over: a form that is being submitted submits nothing else.
      setTimeout(() => {
        waited = true;
        form.requestSubmit(event.submitter);
        waited = false;
      });
    });
  });

  // "Three hours ago" instead of the full time of a comment, for what is a week old at most. The words for it take a phone long
  // to load, so they wait until a comment is seen.
  start(() => {
    const list = document.querySelector(".comments");
    const seen = new IntersectionObserver(([{ isIntersecting }]) => {
      if (!isIntersecting) return;
      seen.disconnect();
      const ago = new Intl.RelativeTimeFormat(document.documentElement.lang + "-u-nu-latn", { numeric: "auto" });
      for (const time of document.querySelectorAll("[data-ago]")) {
        const minutes = Math.max(0, (Date.now() - Date.parse(time.dateTime)) / 6e4);
        const [unit, size] =
          minutes < 1 ? ["second", 1] : minutes < 60 ? ["minute", 1] : minutes < 1440 ? ["hour", 60] : ["day", 1440];
        if (minutes < 7 * 1440) {
          time.title = time.textContent;
          time.textContent = ago.format(-Math.floor(minutes / size), unit);
        }
      }
    });
    if (list) drawn.then(() => seen.observe(list));
  });
});
