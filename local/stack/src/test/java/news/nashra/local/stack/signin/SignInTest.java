package news.nashra.local.stack.signin;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.nashra.core.http.Json;
import news.nashra.local.stack.api.TokenIssuer;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.Requests;
import news.nashra.local.stack.http.WebRequest;
import news.nashra.local.stack.secrets.Secrets;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The desk signs in, as at Cognito.
class SignInTest {
  private static final Template TEMPLATE = TemplateText.parse(TemplateText.newspaper());
  private static final URI NEWSPAPER = URI.create("http://localhost:8080");
  private static final String DESK = "http://localhost:8080/desk/";
  private static final String VERIFIER = "a-verifier-of-the-desk-with-43-characters-ok";

  @TempDir static Path secrets;
  private Instant now = Instant.parse("2026-02-23T18:26:00Z");
  private final TokenIssuer tokens = TokenIssuer.of(TEMPLATE, new Secrets(secrets), () -> now);
  private final SignIn signIn = SignIn.of(TEMPLATE, tokens, NEWSPAPER, () -> now);

  @Test
  void aCodeIsGoodForTokens() throws IOException, ParseException {
    var answer = redeem(code("editor"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("cache-control", "no-store");
    var json = json(answer);
    assertThat(json.path("token_type").asText()).isEqualTo("Bearer");
    assertThat(json.path("expires_in").asInt()).isEqualTo(30 * 60);
    var access = SignedJWT.parse(json.path("access_token").asText()).getJWTClaimsSet();
    assertThat(access.getStringClaim("username")).isEqualTo("editor");
    assertThat(access.getStringListClaim("cognito:groups")).containsExactly("editors");
    assertThat(access.getExpirationTime()).isEqualTo(now.plus(Duration.ofMinutes(30)).toString());
    var id = SignedJWT.parse(json.path("id_token").asText()).getJWTClaimsSet();
    assertThat(id.getAudience()).containsExactly("nashra-desk");
    assertThat(id.getStringClaim("nonce")).isEqualTo("n 1");
    assertThat(id.getStringClaim("origin_jti")).isEqualTo(access.getStringClaim("origin_jti"));
  }

  @Test
  void theStateComesBackToTheLetter() throws IOException {
    var state = "a b&code=stolen#é\"<>";
    var answer = authorize(Map.of("state", state, "as", "editor"));
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.headers().get("location"))
        .matches("\\Qhttp://localhost:8080/desk/?code=\\E[A-Za-z0-9_-]{43}&state=.*")
        .endsWith("&state=" + URLEncoder.encode(state, UTF_8));
  }

  @Test
  void thePageOfChoiceLeadsBackHereWithTheUser() throws IOException {
    var answer = authorize(Map.of("state", "\"><script>alert(1)</script>"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().get("content-security-policy")).contains("default-src 'none'");
    var page = new String(answer.body(), UTF_8);
    assertThat(page).doesNotContain("<script", "\">\"").contains("&amp;as=editor%2Cmoderator\">");
    var link = page.replaceAll("(?s).*href=\"(\\?[^\"]*as=moderator)\".*", "$1");
    var chosen = signIn.answer(get("/oauth2/authorize" + link.replace("&amp;", "&")));
    assertThat(chosen.headers().get("location")).startsWith(DESK + "?code=");
  }

  @Test
  void aCodeIsGoodOnceAndItsSecondUseEndsTheSession() throws IOException {
    var code = code("editor");
    var refresh = json(redeem(code)).path("refresh_token").asText();
    assertThat(text(redeem(code))).isEqualTo("400 {\"error\":\"invalid_grant\"}");
    assertThat(text(refresh(refresh))).isEqualTo("400 {\"error\":\"invalid_grant\"}");
  }

  @Test
  void aCodeIsGoodForFiveMinutes() throws IOException {
    var code = code("editor");
    now = now.plus(Duration.ofMinutes(5));
    assertThat(text(redeem(code))).isEqualTo("400 {\"error\":\"invalid_grant\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "code_verifier, another-verifier-of-43-characters-or-more-than-that",
    "code_verifier, short",
    "code_verifier, ''",
    "redirect_uri, http://127.0.0.1:8080/desk/",
    "redirect_uri, ''",
  })
  void aCodeForAnotherClientIsSpent(String field, String value) throws IOException {
    var code = code("editor");
    assertThat(text(redeem(code, Map.of(field, value))))
        .isEqualTo("400 {\"error\":\"invalid_grant\"}");
    assertThat(text(redeem(code))).isEqualTo("400 {\"error\":\"invalid_grant\"}");
  }

  @Test
  void aRefreshTokenIsGoodOnceAndItsSecondUseEndsTheSession() throws IOException {
    var first = json(redeem(code("editor"))).path("refresh_token").asText();
    var second = json(refresh(first)).path("refresh_token").asText();
    var third = json(refresh(second)).path("refresh_token").asText();
    assertThat(third).isNotEqualTo(second).isNotEqualTo(first).isNotEmpty();
    assertThat(text(refresh(first))).isEqualTo("400 {\"error\":\"invalid_grant\"}");
    assertThat(text(refresh(third))).isEqualTo("400 {\"error\":\"invalid_grant\"}");
  }

  @Test
  void rotationDoesNotProlongASession() throws IOException {
    var token = json(redeem(code("editor"))).path("refresh_token").asText();
    for (int hour = 1; hour < 12; hour++) {
      now = now.plus(Duration.ofHours(1));
      token = json(refresh(token)).path("refresh_token").asText();
      assertThat(token).isNotEmpty();
    }
    now = now.plus(Duration.ofHours(1));
    assertThat(text(refresh(token))).isEqualTo("400 {\"error\":\"invalid_grant\"}");
  }

  @Test
  void aRevokedSessionIsNotRefreshed() throws IOException {
    var token = json(redeem(code("editor"))).path("refresh_token").asText();
    var other = json(redeem(code("editor"))).path("refresh_token").asText();
    var revoked = post("/oauth2/revoke", Map.of("client_id", "nashra-desk", "token", token));
    assertThat(text(revoked)).isEqualTo("200 ");
    assertThat(text(refresh(token))).isEqualTo("400 {\"error\":\"invalid_grant\"}");
    assertThat(refresh(other).status()).isEqualTo(200);
    var unknown = post("/oauth2/revoke", Map.of("client_id", "nashra-desk", "token", "none"));
    assertThat(text(unknown)).isEqualTo("200 ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "grant_type=authorization_code&code=x | invalid_client",
        "client_id=other&grant_type=refresh_token | invalid_client",
        "client_id=nashra-desk | invalid_request",
        "client_id=nashra-desk&grant_type=password&username=editor | unsupported_grant_type",
        "client_id=nashra-desk&grant_type=client_credentials | unsupported_grant_type",
        "client_id=nashra-desk&grant_type=refresh_token | invalid_grant",
        "client_id=nashra-desk&grant_type=refresh_token&refresh_token=x | invalid_grant",
        "client_id=nashra-desk&client_id=nashra-desk&grant_type=refresh_token | invalid_request",
        "client_id=nashra-desk&grant_type=refresh_token&refresh_token=%ZZ | invalid_request",
        "client_id=nashra-desk&grant_type=refresh_token&refresh_token=%FF | invalid_request",
      })
  void anotherFormGetsNothing(String form, String error) throws IOException {
    assertThat(text(postText("/oauth2/token", form)))
        .isEqualTo("400 {\"error\":\"" + error + "\"}");
  }

  @Test
  void aFormIsAFormAndNotTooLong() throws IOException {
    var form = "client_id=nashra-desk&grant_type=refresh_token&refresh_token=";
    var headers = Map.of("host", "localhost", "content-type", "application/json");
    assertThat(text(signIn.answer(Requests.request("POST", "/oauth2/token", headers, form))))
        .isEqualTo("400 {\"error\":\"invalid_request\"}");
    assertThat(text(postText("/oauth2/token", form + "a".repeat(16 * 1024))))
        .isEqualTo("400 {\"error\":\"invalid_request\"}");
  }

  static Stream<String> hostileRedirects() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/hostile-redirects.txt")).stream()
        .filter(line -> !line.startsWith("# "))
        .map(String::translateEscapes);
  }

  @ParameterizedTest
  @MethodSource("hostileRedirects")
  void nobodyIsSentAnywhereElse(String address) throws IOException {
    for (var as : List.of("editor", "")) {
      var answer = authorize(Map.of("redirect_uri", address, "as", as));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.headers()).doesNotContainKey("location");
    }
    var query = "?client_id=nashra-desk&logout_uri=" + URLEncoder.encode(address, UTF_8);
    assertThat(signIn.answer(get("/logout" + query)).status()).isEqualTo(400);
  }

  @Test
  void aSecondRedirectIsRefused() throws IOException {
    var query = query(Map.of("as", "editor")) + "&redirect_uri=https%3A%2F%2Fevil.example%2F";
    assertThat(signIn.answer(get("/oauth2/authorize?" + query)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "response_type, token, unsupported_response_type",
    "response_type, '', unsupported_response_type",
    "code_challenge_method, plain, invalid_request",
    "code_challenge, '', invalid_request",
    "code_challenge, short, invalid_request",
    "code_challenge, a-challenge-with-a-character-of-no-base64+++, invalid_request",
  })
  void theDeskIsToldItsFault(String parameter, String value, String error) throws IOException {
    var answer = authorize(Map.of(parameter, value, "state", "s", "as", "editor"));
    assertThat(answer.headers().get("location")).isEqualTo(DESK + "?error=" + error + "&state=s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "editor,admin", "EDITOR", "editor "})
  void nobodyElseSignsIn(String as) throws IOException {
    assertThat(authorize(Map.of("as", as)).status()).isEqualTo(400);
  }

  @Test
  void aSignOutLeadsBackToTheDesk() throws IOException {
    var query = "?client_id=nashra-desk&logout_uri=" + URLEncoder.encode(DESK, UTF_8);
    var answer = signIn.answer(get("/logout" + query));
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.headers()).containsEntry("location", DESK);
  }

  @Test
  void theKeysArePublic() throws IOException {
    var keys = json(signIn.answer(get("/.well-known/jwks.json"))).path("keys");
    assertThat(keys).hasSize(1);
    assertThat(keys.path(0).has("kid")).isTrue();
    assertThat(keys.path(0).has("d")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "localhost:8080",
        "LOCALHOST:8080",
        "127.0.0.1",
        "127.1.2.3:80",
        "[::1]:8080"
      })
  void aLoopbackHostGetsATokenForCurl(String host) throws IOException {
    var request = Requests.get("/local/token?as=editor", Map.of("host", host));
    assertThat(text(signIn.answer(request))).startsWith("200 ey");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "evil.example",
        "evil.example:8080",
        "localhost.evil.example",
        "localhost.",
        "localhost:",
        "127.0.0.1.evil.example",
        "127.0.0.1:8080@evil.example",
        "127.1",
        "2130706433",
        "0x7f.0.0.1",
        "128.0.0.1",
        "[::1]evil",
        "[::2]",
        "evil.example,localhost",
        "localhost,evil.example",
        "localhost\tevil",
        "news.example.com",
        "xlocalhost",
        "0.0.0.0:8080",
        "192.168.1.5:8080"
      })
  void aForeignHostGetsNothing(String host) throws IOException {
    for (var path :
        List.of(
            "/local/token?as=editor",
            "/oauth2/authorize?" + query(Map.of("as", "editor")),
            "/.well-known/jwks.json")) {
      var answer = signIn.answer(Requests.get(path, Map.of("host", host)));
      assertThat(text(answer)).isEqualTo("403 Tokens are given to localhost and 127.0.0.1 only.\n");
    }
    assertThat(signIn.answer(Requests.get("/local/token?as=editor")).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "as=", "as=admin", "as=editor&as=editor", "as=%ZZ", "AS=editor"})
  void curlIsToldWhoThereIs(String query) throws IOException {
    assertThat(text(signIn.answer(get("/local/token?" + query))))
        .isEqualTo("400 as=editor, moderator, editor,moderator or nobody\n");
  }

  @Test
  void eachPathHasItsMethod() throws IOException {
    assertThat(signIn.answer(get("/oauth2/token")).status()).isEqualTo(405);
    assertThat(postText("/oauth2/authorize", "").status()).isEqualTo(405);
    assertThat(SignIn.has("/logout")).isTrue();
    assertThat(SignIn.has("/logout/")).isFalse();
    assertThat(SignIn.has("/oauth2/authorize/")).isFalse();
  }

  private String code(String as) throws IOException {
    var location = authorize(Map.of("as", as)).headers().getOrDefault("location", "");
    return location.replaceAll(".*[?&]code=([^&]*).*", "$1");
  }

  private Answer authorize(Map<String, String> changed) throws IOException {
    return signIn.answer(get("/oauth2/authorize?" + query(changed)));
  }

  private static String query(Map<String, String> changed) {
    var query = new HashMap<String, String>();
    query.put("response_type", "code");
    query.put("client_id", "nashra-desk");
    query.put("redirect_uri", DESK);
    query.put("state", "s");
    query.put("nonce", "n 1");
    query.put("code_challenge", challenge());
    query.put("code_challenge_method", "S256");
    query.putAll(changed);
    return encode(query);
  }

  private Answer redeem(String code) throws IOException {
    return redeem(code, Map.of());
  }

  private Answer redeem(String code, Map<String, String> changed) throws IOException {
    var form = new HashMap<String, String>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", "nashra-desk");
    form.put("redirect_uri", DESK);
    form.put("code", code);
    form.put("code_verifier", VERIFIER);
    form.putAll(changed);
    return post("/oauth2/token", form);
  }

  private Answer refresh(String token) throws IOException {
    return post(
        "/oauth2/token",
        Map.of("grant_type", "refresh_token", "client_id", "nashra-desk", "refresh_token", token));
  }

  private Answer post(String path, Map<String, String> form) throws IOException {
    return postText(path, encode(form));
  }

  private Answer postText(String path, String form) throws IOException {
    var headers =
        Map.of("host", "localhost:8080", "content-type", "application/x-www-form-urlencoded");
    return signIn.answer(Requests.request("POST", path, headers, form));
  }

  private static WebRequest get(String address) {
    return Requests.get(address, Map.of("host", "localhost:8080"));
  }

  private static String encode(Map<String, String> values) {
    return values.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String challenge() {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(Answer answer) {
    return Json.read(new String(answer.body(), UTF_8));
  }

  private static String text(Answer answer) {
    return answer.status() + " " + new String(answer.body(), UTF_8);
  }
}
