/** Milliseconds after which a browser that is never idle, or cannot tell, is taken to be. */
const PATIENCE = 500;

/**
 * Does something when the browser has nothing else to do.
 *
 * @param {() => unknown} act
 */
export const whenIdle = (act) => {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(() => act(), { timeout: PATIENCE });
  else setTimeout(act, PATIENCE);
};

/**
 * Loads what may be needed later, one after the other when the browser is idle, so that it is there when the network is not.
 * What fails is tried again when the network is back.
 *
 * @param {...(() => Promise<unknown>)} loads
 */
export const loadAhead = (...loads) => {
  const [first, ...others] = loads;
  if (!first) return;
  whenIdle(() =>
    first().then(
      () => loadAhead(...others),
      () => addEventListener("online", () => loadAhead(...loads), { once: true })));
};
