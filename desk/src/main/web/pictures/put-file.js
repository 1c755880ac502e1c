import { Unreachable } from "../api/problem.js";

/**
 * Sends a file to the address of its upload, and tells how much of it has gone. `fetch` does not tell that.
 *
 * @param {{url: string, headers: Record<string, string>}} upload
 * @param {File} file
 * @param {(part: number) => void} told
 * @param {AbortSignal} signal
 * @returns {Promise<number>} the status of the answer
 */
export const putFile = ({ url, headers }, file, told, signal) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => told(total ? loaded / total : 0);
    request.onload = () => resolve(request.status);
    request.onerror = request.onabort = request.ontimeout = () => reject(new Unreachable());
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
