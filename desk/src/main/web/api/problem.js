/**
 * An answer of the API that says what is wrong (RFC 9457). `errors` names fields, with messages in the newspaper's
 * language.
 *
 * @typedef {{field: string, message: string}} FieldError
 */
export class Problem extends Error {
  /**
   * @param {number} status
   * @param {{title?: string, detail?: string, message?: string, errors?: FieldError[]}} body
   * @param {number} [retryAfter] seconds
   */
  constructor(status, body, retryAfter) {
    super(body.detail ?? body.title ?? body.message ?? String(status));
    this.status = status;
    this.errors = body.errors ?? [];
    this.retryAfter = retryAfter;
  }

  /** Whether the same request may succeed later. */
  get isPassing() {
    return this.status >= 500 || this.status === 429;
  }
}

/** No answer came: the network or the newspaper is away. Whether the request was carried out is not known. */
export class Unreachable extends Error {}

/** The sign-in has ended and cannot be renewed without the person. What they typed is not touched. */
export class SignedOut extends Error {}
