// What a page does beyond being read. Every page works without it.
const form = document.getElementById("comment-form");
if (form) {
  const clusters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const length = (text) => [...clusters.segment(text.trim().normalize("NFC"))].length;
  for (const field of form.querySelectorAll("[data-limit]")) {
    const left = document.getElementById(field.id + "-left");
    const show = () => {
      const count = field.dataset.limit - length(field.value);
      left.textContent = left.dataset.phrase.replace("{0}", count);
      field.setCustomValidity(count < 0 ? left.textContent : "");
      left.classList.toggle("err", count < 0);
    };
    field.addEventListener("input", show);
    show();
  }
}
// The reference of a comment that was just sent comes back in the address.
const reference = new URLSearchParams(location.search).get("comment");
const place = document.getElementById("comment-reference");
if (place && /^[\w-]{20,80}$/.test(reference)) {
  place.textContent = reference;
  place.closest("[hidden]")?.removeAttribute("hidden");
}
// The latest news stand in a fragment of their own, so that news do not rewrite old pages.
const latest = document.getElementById("latest");
if (latest) {
  const request = new XMLHttpRequest();
  request.open("GET", "/fragments/latest.html");
  request.responseType = "document";
  request.onload = () => {
    const list = request.response?.querySelector("ol");
    if (request.status === 200 && list) {
      const own = list.querySelector(`a[href="${CSS.escape(location.pathname)}"]`);
      own?.closest("li").remove();
      latest.querySelector("p").replaceWith(document.importNode(list, true));
    }
  };
  request.send();
}
