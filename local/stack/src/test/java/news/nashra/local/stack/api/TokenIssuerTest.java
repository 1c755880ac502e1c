package news.nashra.local.stack.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.local.stack.secrets.Secrets;
import news.nashra.local.stack.template.TemplateText;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class TokenIssuerTest {
  private static final String ISSUER = "https://cognito-idp.local.amazonaws.com/Newsroom";
  private static final Instant NOW = Instant.parse("2026-02-23T18:26:00Z");
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  @TempDir static Path common;
  @TempDir Path directory;
  private Instant now = NOW;
  private TokenIssuer tokens;

  @BeforeEach
  void start() {
    now = NOW;
    tokens = issuer(ISSUER, "nashra-desk");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "editor           | [editors]",
        "moderator        | [moderators]",
        "editor,moderator | [editors moderators]",
        "nobody           |",
      })
  void aTokenHasTheGroupsOfItsRoles(String as, String groups) {
    var claims = tokens.verify("Bearer " + tokens.token(as).orElseThrow()).orElseThrow();
    assertThat(claims)
        .containsEntry("iss", ISSUER)
        .containsEntry("client_id", "nashra-desk")
        .containsEntry("token_use", "access")
        .containsEntry("username", as)
        .containsKey("jti");
    assertThat(claims.get("cognito:groups")).isEqualTo(groups);
  }

  @Test
  void rolesMayBeInAnyOrder() {
    assertThat(User.of("moderator,editor")).isEqualTo(User.of("editor,moderator"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "admin", "editor,admin", "editor,nobody", "editor,editor", "EDITOR"})
  void nobodyElseGetsOne(String as) {
    assertThat(tokens.token(as)).isEmpty();
  }

  @Test
  void aTokenOfIdentityNamesItsUserAndAudience() {
    var user = User.of("editor").orElseThrow();
    var token = tokens.identity(user, "s", HALF_AN_HOUR, Optional.of("n"));
    assertThat(tokens.verify(token).orElseThrow())
        .containsEntry("token_use", "id")
        .containsEntry("aud", "[nashra-desk]")
        .containsEntry("cognito:username", "editor")
        .containsEntry("cognito:groups", "[editors]")
        .containsEntry("origin_jti", "s")
        .containsEntry("nonce", "n");
  }

  @Test
  void aTokenIsGoodAfterARestartUntilItExpires() {
    var user = User.of("editor").orElseThrow();
    var token = tokens.access(user, "s", HALF_AN_HOUR);
    now = NOW.plus(HALF_AN_HOUR).minusSeconds(1);
    assertThat(issuer(ISSUER, "nashra-desk").verify("bearer " + token)).isPresent();
    now = NOW.plus(HALF_AN_HOUR);
    assertThat(tokens.verify(token)).isEmpty();
    now = NOW.minusSeconds(1); // it was issued later
    assertThat(tokens.verify(token)).isEmpty();
  }

  @Test
  void aTokenOfAnotherIssuerAudienceOrKeyIsBad() throws IOException {
    var token = tokens.token("editor").orElseThrow();
    assertThat(tokens.verify(token)).isPresent();
    assertThat(issuer(ISSUER + "2", "nashra-desk").verify(token)).isEmpty();
    assertThat(issuer(ISSUER, "other").verify(token)).isEmpty();
    var other = new TokenIssuer(new Secrets(directory), ISSUER, "nashra-desk", () -> now);
    assertThat(other.verify(token)).isEmpty();
    assertThat(Files.readString(directory.resolve("newsroom-key"))).contains("\"kid\"");
    for (var bad : new String[] {"", "Bearer", "Bearer none", "Bearer a.b.c", "Bearer ..", "é"}) {
      assertThat(tokens.verify(bad)).as(bad).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "good, true",
    "none, false",
    "kid, false",
    "no-kid, false",
    "no-exp, false",
    "nbf-later, false",
    "nbf-now, true",
    "aud-first, false",
    "iss, false"
  })
  void everyClaimCounts(String fault, boolean good)
      throws ParseException, JOSEException, IOException {
    tokens.keys(); // the key is there
    var key = RSAKey.parse(Files.readString(common.resolve("newsroom-key")));
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(fault.equals("iss") ? "https://evil.example" : ISSUER)
            .claim("client_id", "nashra-desk")
            .claim("cognito:groups", List.of("editors"))
            .audience(fault.equals("aud-first") ? "another-client" : null)
            .notBeforeTime(
                fault.startsWith("nbf")
                    ? Date.from(fault.equals("nbf-now") ? NOW : NOW.plusSeconds(1))
                    : null)
            .expirationTime(fault.equals("no-exp") ? null : Date.from(NOW.plusSeconds(9)))
            .build();
    assertThat(tokens.verify("Bearer " + serialize(fault, key, claims)).isPresent())
        .isEqualTo(good);
  }

  private static String serialize(String fault, RSAKey key, JWTClaimsSet claims)
      throws JOSEException {
    if (fault.equals("none")) {
      return new PlainJWT(claims).serialize();
    }
    var kid = fault.equals("no-kid") ? null : fault.equals("kid") ? "another" : key.getKeyID();
    var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build(), claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  @Test
  void thePublicKeyHasTheIdOfTheTokens() throws ParseException {
    var keys = JWKSet.parse(tokens.keys()).getKeys();
    assertThat(keys).hasSize(1);
    assertThat(keys.getFirst().isPrivate()).isFalse();
    assertThat(keys.getFirst().toJSONObject()).containsKeys("kid", "n", "e", "alg", "use");
    assertThat(SignedJWT.parse(tokens.token("editor").orElseThrow()).getHeader().getKeyID())
        .isEqualTo(keys.getFirst().getKeyID());
  }

  @Test
  void theTemplateNamesTheIssuer() {
    var template = TemplateText.parse(TemplateText.newspaper());
    var of = TokenIssuer.of(template, new Secrets(common), InstantSource.system());
    var token = of.token("editor").orElseThrow();
    assertThat(of.verify(token))
        .hasValueSatisfying(
            claims -> assertThat(claims).containsAllEntriesOf(Map.of("iss", ISSUER)));
  }

  /// All of them have one key.
  private TokenIssuer issuer(String issuer, String audience) {
    return new TokenIssuer(new Secrets(common), issuer, audience, () -> now);
  }
}
