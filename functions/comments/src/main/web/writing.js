// What the comment form does for a reader who writes in it.

// Shows how many characters are left, counted as the server counts them.
export const count = (form, fields, counted) => {
  const clusters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const letters = (text) => text.replace(/[\uFB50-\uFDF9\uFE70-\uFEFE]/g, (form) => form.normalize("NFKC"));
  const length = (text) => [...clusters.segment(letters(text).trim().normalize("NFC"))].length;
  for (const field of fields) {
    const left = document.getElementById(field.id + "-left");
    const show = () => {
      // A copied address may have invisible marks, which a browser does not accept.
      if (field.type === "email" && /\p{Cf}/u.test(field.value)) field.value = field.value.replace(/\p{Cf}/gu, "");
      const count = field.dataset.limit - length(field.value);
      left.textContent = count < 0 ? counted(form.dataset.over, -count) : left.dataset.phrase.replace("{0}", count);
      field.setCustomValidity(count < 0 ? left.dataset.long : "");
      left.classList.toggle("err", count < 0);
      // The comment itself always says how much is left, the other fields only when it is little.
      left.hidden = field.type !== "textarea" && count > 10;
    };
    field.addEventListener("input", show);
    show();
  }
};

const policy = globalThis.trustedTypes?.createPolicy("nashra", { createScriptURL: (path) => path });

// Has a worker find the security code, puts it into the form, and tells the reader in `check` how far that is.
export const solve = async (form, check, fetchJson) => {
  const tell = (part) => (check.textContent = check.dataset.working.replace("{0}", part * 100));
  tell(0);
  const challenge = await fetchJson("/api/comments/challenge?article=" + form.dataset.article, 8e3);
  const solver = form.dataset.solver;
  const worker = new Worker(policy?.createScriptURL(solver) ?? solver, { type: "module" });
  const number = await new Promise((found, failed) => {
    worker.onmessage = ({ data }) => ("number" in data ? found(data.number) : "part" in data ? tell(data.part) : failed());
    worker.onerror = failed;
    worker.postMessage(challenge);
  }).finally(() => worker.terminate());
  const { algorithm, challenge: hash, salt, signature } = challenge;
  form.elements.altcha.value = btoa(JSON.stringify({ algorithm, challenge: hash, number, salt, signature }));
  check.textContent = check.dataset.done;
};
