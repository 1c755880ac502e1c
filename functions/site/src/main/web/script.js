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
    return { getItem() {}, setItem() {}, removeItem() {} };
  }
};

// Lists show the hour alone for the day of their page's last update. Once that day is over, the date stands before it.
const addDates = (list) => {
  const timeZone = document.documentElement.dataset.zone ?? "UTC";
  const day = (at) => new Date(at).toLocaleDateString("en-CA", { timeZone });
  for (const time of list.querySelectorAll("[data-day]")) {
    if (day(time.dateTime) !== day(Date.now())) time.prepend(time.dataset.day, document.createElement("wbr"));
  }
};
start(() => addDates(document));
