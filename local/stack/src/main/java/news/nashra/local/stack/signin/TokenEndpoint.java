package news.nashra.local.stack.signin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import news.nashra.core.http.Form;
import news.nashra.core.http.Json;
import news.nashra.local.stack.api.TokenIssuer;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.WebRequest;

/// `POST /oauth2/token` and `POST /oauth2/revoke`. Faults are those of [RFC
/// 6749](https://www.rfc-editor.org/rfc/rfc6749#section-5.2). Thread-safe.
record TokenEndpoint(DeskClient client, Sessions sessions, TokenIssuer tokens) {
  private static final int MAX_BODY_BYTES = 16 * 1024;

  /// [The secret of the client](https://www.rfc-editor.org/rfc/rfc7636#section-4.1).
  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  Answer token(WebRequest request) throws IOException {
    var form = form(request);
    if (form.isEmpty()) {
      return fault("invalid_request");
    }
    if (!form.get().is("client_id", TokenIssuer.CLIENT_ID)) {
      return fault("invalid_client");
    }
    return switch (form.get().find("grant_type").orElse("")) {
      case "authorization_code" -> issued(redeem(form.get()));
      case "refresh_token" -> issued(form.get().find("refresh_token").flatMap(sessions::refresh));
      case "" -> fault("invalid_request");
      default -> fault("unsupported_grant_type");
    };
  }

  /// Tells nobody whether there was such a token, as [RFC
  /// 7009](https://www.rfc-editor.org/rfc/rfc7009#section-2.2) asks.
  Answer revoke(WebRequest request) throws IOException {
    var form = form(request);
    if (form.isEmpty() || form.get().find("token").isEmpty()) {
      return fault("invalid_request");
    }
    if (!form.get().is("client_id", TokenIssuer.CLIENT_ID)) {
      return fault("invalid_client");
    }
    form.get().find("token").ifPresent(sessions::revoke);
    return Answer.of(200, Map.of());
  }

  private Optional<Sessions.Refreshed> redeem(Parameters form) {
    var redirect = form.find("redirect_uri").orElse("");
    var verifier = form.find("code_verifier").orElse("");
    return form.find("code")
        .flatMap(code ->
            sessions.redeem(
                code,
                grant -> VERIFIER.matcher(verifier).matches() && grant.isFor(redirect, verifier)));
  }

  private Answer issued(Optional<Sessions.Refreshed> refreshed) {
    if (refreshed.isEmpty()) {
      return fault("invalid_grant");
    }
    var session = refreshed.get().session();
    var user = session.grant().user();
    var answer = new LinkedHashMap<String, Object>();
    answer.put(
        "id_token", tokens.identity(user, session.id(), client.id(), session.grant().nonce()));
    answer.put("access_token", tokens.access(user, session.id(), client.access()));
    answer.put("refresh_token", refreshed.get().token());
    answer.put("expires_in", client.access().toSeconds());
    answer.put("token_type", "Bearer");
    return json(200, Json.write(answer));
  }

  private static Optional<Parameters> form(WebRequest request) throws IOException {
    var type = request.header("content-type").orElse("").split(";", 2)[0].strip();
    var body = request.body().readNBytes(MAX_BODY_BYTES + 1);
    return type.equalsIgnoreCase(Form.MEDIA_TYPE) && body.length <= MAX_BODY_BYTES
        ? Parameters.read(new String(body, StandardCharsets.ISO_8859_1))
        : Optional.empty();
  }

  private static Answer fault(String error) {
    return json(400, Json.write(Map.of("error", error)));
  }

  static Answer json(int status, String json) {
    return new Answer(
        status,
        Map.of("content-type", "application/json; charset=utf-8"),
        json.getBytes(StandardCharsets.UTF_8));
  }
}
