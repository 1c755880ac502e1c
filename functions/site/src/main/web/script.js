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
