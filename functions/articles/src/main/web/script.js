// The size of the text that the reader chose stays in this browser.
start(() => {
  const browser = storage("localStorage");
  const sizes = [1, 1.125, 1.25, 1.5];
  let size = +browser["text size"] || 0;
  const resize = (by) => {
    size = Math.max(0, Math.min(sizes.length - 1, size + by));
    document.documentElement.style.setProperty("--size", sizes[size]);
  };
  for (const button of document.querySelectorAll("[data-size]")) {
    button.parentElement.hidden = false;
    button.onclick = () => {
      resize(+button.dataset.size);
      browser["text size"] = size;
    };
  }
  if (size) resize(0);
});

// The article's link goes to the clipboard.
start(() => {
  const copy = document.querySelector("[data-copy]");
  if (!copy || !navigator.clipboard) return;
  copy.parentElement.hidden = false;
  copy.onclick = async () => {
    await navigator.clipboard.writeText(document.querySelector(".byline").dataset.url);
    const copied = document.querySelector("[data-copied]");
    copied.textContent = copied.dataset.copied;
  };
});

// The latest news under an article.
start(() => {
  const latest = document.getElementById("latest");
  if (!latest) return;
  latestNews.then((page) => {
    const list = page.querySelector("ol");
    if (!list) return;
    const own = list.querySelector(`a[href="${CSS.escape(location.pathname)}"]`);
    own?.closest("li").remove();
    latest.querySelector("p").replaceWith(list);
    addDates(latest);
  });
});
