package news.nashra.local.stack.signin;

import java.util.regex.Pattern;
import news.nashra.local.stack.http.WebRequest;

/// Tells requests to this machine from those to a foreign name that resolves to it ([DNS
/// rebinding](https://en.wikipedia.org/wiki/DNS_rebinding)): the page of a stranger may read what
/// its own name answers, so tokens are for loopback names only.
public final class LoopbackHost {
  private static final Pattern NAMES =
      Pattern.compile(
          "(localhost|127(\\.(0|[1-9]\\d{0,2})){3}|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

  private LoopbackHost() {}

  public static boolean is(WebRequest request) {
    return request.header("host").filter(host -> NAMES.matcher(host).matches()).isPresent();
  }
}
