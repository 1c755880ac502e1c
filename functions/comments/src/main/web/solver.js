// Finds the number of an ALTCHA challenge in a worker, so that the page stays free:
// the SHA-256 of the salt and the number is the one asked for. Answers { part } now and then, and { number } at the end, or {} where there is none.
onmessage = async ({ data: { challenge, salt, maxnumber } }) => {
  const text = new TextEncoder();
  const wanted = challenge.match(/../g).map((hex) => parseInt(hex, 16));
  const batch = 200;
  for (let from = 0, told = 0; from <= maxnumber; from += batch) {
    const hashes = await Promise.all(
      Array.from({ length: batch }, (_, i) => crypto.subtle.digest("SHA-256", text.encode(salt + (from + i)))),
    );
    const hit = hashes.map((hash) => new Uint8Array(hash)).findIndex((hash) => wanted.every((byte, i) => byte === hash[i]));
    if (hit >= 0) {
      postMessage({ number: from + hit });
      return;
    }
    if (from / maxnumber >= told + 0.25) {
      told += 0.25;
      postMessage({ part: told });
    }
  }
  postMessage({});
};
