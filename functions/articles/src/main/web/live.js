// Asks for new entries of live coverage while the page is visible, and puts them behind a button.
start(() => {
  const live = document.getElementById("live");
  const { path, per, older } = live.dataset;
  const button = live.querySelector(".unread button");
  const usual = 2e4;
  let seen = +live.dataset.latest;
  let latest = seen;
  let wait = usual;
  let next = Date.now() + usual;
  let over = !button;
  let timer;

  // A link to an entry that has moved to a page of older ones.
  const { hash } = location;
  const page = Math.ceil(hash.split("#entry-")[1] / per);
  if (page > 0 && page <= older && !document.getElementById(hash.slice(1))) location.replace(path + "entries/" + page + "/" + hash);

  // Asks when it is time, more or less, so that not all readers ask at once.
  const plan = () => {
    clearTimeout(timer);
    if (!document.hidden && !over) timer = setTimeout(ask, Math.max(0, next - Date.now()) + Math.random() * wait * 0.2);
  };

  const ask = async () => {
    try {
      const news = await fetchJson(path + "live.json", 1e4);
      wait = usual;
      over = news.coverage !== "open";
      latest = news.latest;
      const listed = news.entries.filter((entry) => entry.number > seen).length;
      offer(listed < news.entries.length ? listed : latest - seen);
    } catch {
      wait = Math.min(wait * 2, 32e4);
    }
    next = Date.now() + wait * 0.9;
    plan();
  };

  const offer = (count) => {
    button.hidden = !count;
    button.textContent = counted(live.dataset.new, count);
  };

  // What the reader reads stays where it is.
  const insert = (fresh) => {
    const list = live.querySelector(".entries");
    const read = [...list.children].find((entry) => entry.getBoundingClientRect().bottom > 0);
    const top = read?.getBoundingClientRect().top;
    live.querySelector(".pinned")?.remove();
    for (const pinned of fresh.querySelectorAll(".pinned")) {
      document.getElementById(pinned.querySelector(".entry").id)?.remove();
      list.before(pinned);
    }
    let place = list.firstElementChild;
    for (const entry of fresh.querySelectorAll(".entries > *")) {
      const known = document.getElementById(entry.id);
      if (!known) list.insertBefore(entry, place);
      else if (known.parentNode === list) place = known.nextElementSibling;
    }
    seen = +fresh.dataset.latest;
    offer(0);
    if (read?.isConnected) scrollBy(0, read.getBoundingClientRect().top - top);
    const first = list.firstElementChild;
    if (!first) return;
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
  };

  const load = () =>
    fetchPage(path, false, (status, page) => {
      const fresh = page?.getElementById("live");
      // A cache may still have the page from before. One without coverage has been withdrawn.
      if (fresh?.dataset.latest >= latest) insert(fresh);
      else if (fresh || !status) setTimeout(load, 5e3);
    });

  if (button) button.onclick = load;
  document.addEventListener("visibilitychange", plan);
  plan();
});
