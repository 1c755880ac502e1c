package news.nashra.local.stack.signin;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import news.nashra.core.http.Json;
import news.nashra.local.stack.api.TokenIssuer;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.WebHandler;
import news.nashra.local.stack.http.WebRequest;
import news.nashra.local.stack.template.Template;

/// The [endpoints of a user
/// pool](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-userpools-server-contract-reference.html),
/// on the newspaper's own address, and `/local/token` for the command line. Only loopback names of
/// this machine are answered. Thread-safe.
public final class SignIn implements WebHandler {
  private static final String AUTHORIZE = "/oauth2/authorize";
  private static final String TOKEN = "/oauth2/token";
  private static final String REVOKE = "/oauth2/revoke";
  private static final String LOGOUT = "/logout";
  private static final String KEYS = "/.well-known/jwks.json";
  private static final String LOCAL_TOKEN = "/local/token";
  private static final Set<String> PATHS =
      Set.of(AUTHORIZE, TOKEN, REVOKE, LOGOUT, KEYS, LOCAL_TOKEN);

  private final TokenIssuer tokens;
  private final DeskClient client;
  private final Authorization authorization;
  private final TokenEndpoint tokenEndpoint;

  private SignIn(TokenIssuer tokens, DeskClient client, Sessions sessions) {
    this.tokens = tokens;
    this.client = client;
    this.authorization = new Authorization(client, sessions);
    this.tokenEndpoint = new TokenEndpoint(client, sessions, tokens);
  }

  /// @param newspaper where the newspaper is, `http://localhost:8080`
  public static SignIn of(
      Template template, TokenIssuer tokens, URI newspaper, InstantSource clock) {
    var client = DeskClient.read(template, newspaper);
    return new SignIn(tokens, client, new Sessions(clock, client.refresh()));
  }

  /// Whether a path is one of sign-in.
  public static boolean has(String path) {
    return PATHS.contains(path);
  }

  @Override
  public Answer answer(WebRequest request) throws IOException {
    if (!LoopbackHost.is(request)) {
      return Answer.text(403, "Tokens are given to localhost and 127.0.0.1 only.\n");
    }
    boolean posted = request.path().equals(TOKEN) || request.path().equals(REVOKE);
    if (!request.method().equals(posted ? "POST" : "GET")) {
      return Answer.of(405, Map.of("allow", posted ? "POST" : "GET"));
    }
    var answer =
        switch (request.path()) {
          case AUTHORIZE -> authorization.answer(request);
          case TOKEN -> tokenEndpoint.token(request);
          case REVOKE -> tokenEndpoint.revoke(request);
          case LOGOUT -> logout(request);
          case KEYS -> TokenEndpoint.json(200, Json.write(tokens.keys()));
          default -> localToken(request);
        };
    return answer.with(Map.of("cache-control", "no-store", "referrer-policy", "no-referrer"));
  }

  /// Nobody stays signed in here, so it only leads on.
  private Answer logout(WebRequest request) {
    return Parameters.read(request.query())
        .filter(parameters -> parameters.is("client_id", TokenIssuer.CLIENT_ID))
        .flatMap(parameters -> parameters.find("logout_uri"))
        .filter(client.logouts()::contains)
        .map(address -> Answer.of(302, Map.of("location", address)))
        .orElseGet(() -> Answer.text(400, "client_id or logout_uri is not that of the desk\n"));
  }

  private Answer localToken(WebRequest request) {
    return Parameters.read(request.query())
        .flatMap(parameters -> parameters.find("as"))
        .flatMap(tokens::token)
        .map(token -> Answer.text(200, token))
        .orElseGet(() -> Answer.text(400, "as=editor, moderator, editor,moderator or nobody\n"));
  }
}
