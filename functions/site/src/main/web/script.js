// What a page does beyond being read. Every page works without it.

// Runs one thing that a page does. If it fails, the console says so and the others go on.
const start = (feature) => {
  try {
    feature();
  } catch (error) {
    console.error(error);
  }
};

// A storage of the browser, or an empty one for a reader who allows none.
const storage = (name) => {
  try {
    return globalThis[name];
  } catch {
    return {};
  }
};

// Asks the newspaper for JSON. An answer that is not in order, or does not come in time, throws.
const fetchJson = async (path, milliseconds) => {
  const answer = await fetch(path, { signal: AbortSignal.timeout(milliseconds) });
  if (!answer.ok) throw answer.status;
  return answer.json();
};

// Asks for a page, and hands on the status and the document; 0 and none without an answer.
// `fresh` asks for what is new, not for what the browser keeps.
const fetchPage = (path, fresh, use) => {
  const request = new XMLHttpRequest();
  request.open("GET", path);
  request.responseType = "document";
  if (fresh) request.setRequestHeader("cache-control", "no-cache");
  request.onloadend = () => use(request.status, request.response);
  request.send();
};

// The form of a phrase that its language has for a number.
const counted = (forms, count) => {
  const all = JSON.parse(forms);
  const form = new Intl.PluralRules(document.documentElement.lang).select(count);
  return (all[form] ?? all.other).replace("{0}", count);
};

// Lists show the hour alone for the day of their page's last update. Once that day is over, the date stands before it.
const addDates = (list) => {
  for (const time of list.querySelectorAll("[data-day]")) {
    const { day, dayEnds } = time.dataset;
    if (Date.parse(dayEnds) <= Date.now()) time.prepend(day, document.createElement("wbr"));
  }
};
start(() => addDates(document));

// Resolves when the page has been drawn. What asks for places earlier has the whole page laid out in its own task.
const drawn = new Promise((use) => requestAnimationFrame(() => setTimeout(use)));

// Where the row of sections scrolls, it begins with the current one in view.
drawn.then(() => {
  const current = document.querySelector(".mast [aria-current]");
  current?.closest("ul").scrollBy(current.getBoundingClientRect().x - 99, 0);
});

// Breaking news. Fronts come with it. Other pages fetch it, in one page with the latest news, so that news rewrites no old
// page. It ends at its instant, however old the copy of it is.
let latestNews;
start(() => {
  const strip = document.querySelector(".breaking");
  let fetched, timer;
  const end = () => {
    const left = Date.parse(strip.firstElementChild?.dataset.until) - Date.now();
    clearTimeout(timer);
    if (left > 0) timer = setTimeout(end, left);
    else strip.replaceChildren();
  };
  const fetchNews = async () => {
    latestNews = new Promise((use) => {
      // A reader who comes back gets what is new.
      fetchPage("/fragments/latest.html", fetched, (status, page) => status === 200 && page && use(page));
    });
    fetched = Date.now();
    const news = (await latestNews).querySelector(".breaking");
    // What has not changed is not read out again.
    if (news.innerHTML !== strip.innerHTML) strip.replaceChildren(...news.childNodes);
    end();
  };
  if ("fetched" in strip.dataset) fetchNews();
  else fetched = Date.now();
  end();
  document.addEventListener("visibilitychange", () => {
    end();
    if (!document.hidden && Date.now() - fetched > 6e4) fetchNews();
  });
});
