// The comment form, and the comments above it.
start(() => {
  let form = document.getElementById("comment-form");
  const fields = form ? [...form.querySelectorAll("[data-limit]")] : [];

  // The page may be older than the last day on which comments are taken.
  start(() => {
    const until = document.getElementById("comment-until");
    if (!form || !until || Date.now() <= Date.parse(until.querySelector("time").dateTime)) return;
    document.getElementById("comment-form-title").textContent = until.dataset.closed;
    form.remove();
    form = undefined;
  });

  // How many characters are left, counted as the server counts them.
  start(() => {
    if (!form) return;
    const clusters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
    const letters = (text) => text.replace(/[\uFB50-\uFDF9\uFE70-\uFEFE]/g, (form) => form.normalize("NFKC"));
    const length = (text) => [...clusters.segment(letters(text).trim().normalize("NFC"))].length;
    const over = JSON.parse(form.dataset.over);
    const plural = new Intl.PluralRules(document.documentElement.lang);
    for (const field of fields) {
      const left = document.getElementById(field.id + "-left");
      const show = () => {
        // A copied address may have invisible marks, which a browser does not accept.
        if (field.type === "email" && /\p{Cf}/u.test(field.value)) field.value = field.value.replace(/\p{Cf}/gu, "");
        const count = field.dataset.limit - length(field.value);
        const phrase = count < 0 ? over[plural.select(-count)] ?? over.other : left.dataset.phrase;
        left.textContent = phrase.replace("{0}", Math.abs(count));
        field.setCustomValidity(count < 0 ? left.dataset.long : "");
        left.classList.toggle("err", count < 0);
      };
      field.addEventListener("input", show);
      show();
    }
  });

  // The reference of a comment that was just sent comes back in the address.
  const reference = new URLSearchParams(location.search).get("comment");
  const sent = /^[\w-]{56}$/.test(reference);
  start(() => {
    const place = document.getElementById("comment-reference");
    if (!place || !sent) return;
    place.textContent = reference;
    place.href += reference;
    place.closest("[hidden]")?.removeAttribute("hidden");
  });

  // What was written stays until it is sent, through failures and reloads, in this tab alone.
  start(() => {
    if (!form) return;
    const tab = storage("sessionStorage");
    const name = "comment " + form.dataset.article;
    if (sent) {
      tab.removeItem(name);
    } else if (!fields.some((field) => field.value)) {
      const kept = JSON.parse(tab.getItem(name) ?? "{}");
      for (const field of fields) {
        field.value = kept[field.name] ?? "";
        field.dispatchEvent(new Event("input"));
      }
    }
    form.addEventListener("input", () => {
      tab.setItem(name, JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, field.value]))));
    });
  });

  // The security code is found while the reader writes. Without it the server asks a question instead.
  start(() => {
    const code = form?.elements.altcha;
    if (!code || !globalThis.crypto?.subtle) return;
    const check = document.getElementById("comment-check");
    const policy = globalThis.trustedTypes?.createPolicy("nashra", { createScriptURL: (path) => path });
    const solve = async () => {
      const tell = (part) => (check.textContent = check.dataset.working.replace("{0}", part * 100));
      tell(0);
      const path = "/api/comments/challenge?article=" + form.dataset.article;
      const answer = await fetch(path, { signal: AbortSignal.timeout(8e3) });
      if (!answer.ok) throw answer.status;
      const challenge = await answer.json();
      const solver = form.dataset.solver;
      const worker = new Worker(policy?.createScriptURL(solver) ?? solver, { type: "module" });
      const number = await new Promise((found, failed) => {
        worker.onmessage = ({ data }) => ("number" in data ? found(data.number) : "part" in data ? tell(data.part) : failed());
        worker.onerror = failed;
        worker.postMessage(challenge);
      }).finally(() => worker.terminate());
      const { algorithm, challenge: hash, salt, signature } = challenge;
      code.value = btoa(JSON.stringify({ algorithm, challenge: hash, number, salt, signature }));
      check.textContent = check.dataset.done;
    };
    let solving, old;
    const ready = () => {
      if (!solving || Date.now() > old) {
        old = Date.now() + 15 * 60e3;
        code.value = "";
        solving = solve().catch(() => (check.textContent = ""));
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

  // "Three hours ago" instead of the full time of a comment, for what is a week old at most.
  start(() => {
    const ago = new Intl.RelativeTimeFormat(document.documentElement.lang + "-u-nu-latn", { numeric: "auto" });
    for (const time of document.querySelectorAll("time[data-ago]")) {
      const minutes = Math.max(0, (Date.now() - Date.parse(time.dateTime)) / 6e4);
      const [unit, size] =
        minutes < 1 ? ["second", 1] : minutes < 60 ? ["minute", 1] : minutes < 1440 ? ["hour", 60] : ["day", 1440];
      if (minutes < 7 * 1440) {
        time.title = time.textContent;
        time.textContent = ago.format(-Math.floor(minutes / size), unit);
      }
    }
  });
});
