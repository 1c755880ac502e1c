package news.nashra.local.stack.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.nashra.local.stack.api.TokenIssuer;
import news.nashra.local.stack.api.User;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.WebRequest;

/// `GET /oauth2/authorize`: asks who is there, or takes the user from the parameter `as`, and sends
/// a code to the desk. Thread-safe.
record Authorization(DeskClient client, Sessions sessions) {
  /// [The hash of a secret](https://www.rfc-editor.org/rfc/rfc7636#section-4.2) in base 64.
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'";

  Answer answer(WebRequest request) {
    var parameters = Parameters.read(request.query());
    // Whoever is not the desk is not sent anywhere:
    // https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1
    if (parameters.isEmpty()
        || !parameters.get().is("client_id", TokenIssuer.CLIENT_ID)
        || parameters.get().find("redirect_uri").filter(client.callbacks()::contains).isEmpty()) {
      return Answer.text(400, "client_id or redirect_uri is not that of the desk\n");
    }
    return authorize(parameters.get());
  }

  private Answer authorize(Parameters parameters) {
    var challenge = parameters.find("code_challenge").filter(c -> CHALLENGE.matcher(c).matches());
    if (!parameters.is("response_type", "code")) {
      return sendBack(parameters, "error", "unsupported_response_type");
    }
    if (!parameters.is("code_challenge_method", "S256") || challenge.isEmpty()) {
      return sendBack(parameters, "error", "invalid_request");
    }
    var as = parameters.find("as");
    if (as.isEmpty()) {
      return choice(parameters);
    }
    return User.of(as.get())
        .map(user ->
            new Sessions.Grant(
                user,
                parameters.find("redirect_uri").orElseThrow(),
                challenge.get(),
                parameters.find("nonce")))
        .map(grant -> sendBack(parameters, "code", sessions.code(grant)))
        .orElseGet(() -> Answer.text(400, "as=" + String.join(", ", User.NAMES) + "\n"));
  }

  private static Answer sendBack(Parameters parameters, String name, String value) {
    var query = new LinkedHashMap<String, String>();
    query.put(name, value);
    parameters.find("state").ifPresent(state -> query.put("state", state));
    var address = parameters.find("redirect_uri").orElseThrow() + "?" + encode(query);
    return Answer.of(302, Map.of("location", address));
  }

  private static Answer choice(Parameters parameters) {
    var page =
        """
        <!DOCTYPE html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Sign in to the local newsroom</title>
        <style>body { font: 1.2rem/2 system-ui; margin: 2rem auto; max-width: 30rem }</style>
        <h1>Who are you?</h1>
        <ul>
        %s
        </ul>
        """
            .formatted(
                User.NAMES.stream()
                    .map(name ->
                        "<li><a href=\"%s\">%s</a></li>".formatted(link(parameters, name), name))
                    .collect(Collectors.joining("\n")));
    return new Answer(
        200,
        Map.of("content-type", "text/html; charset=utf-8", "content-security-policy", POLICY),
        page.getBytes(StandardCharsets.UTF_8));
  }

  /// Percent encoding leaves nothing that means anything in HTML, but the `&` between parameters.
  private static String link(Parameters parameters, String as) {
    var query = new LinkedHashMap<>(parameters.values());
    query.put("as", as);
    return "?" + encode(query).replace("&", "&amp;");
  }

  private static String encode(Map<String, String> query) {
    return query.entrySet().stream()
        .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
