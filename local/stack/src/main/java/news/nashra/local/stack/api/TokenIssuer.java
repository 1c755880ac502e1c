package news.nashra.local.stack.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import news.nashra.local.stack.template.Secrets;
import news.nashra.local.stack.template.StackFault;
import news.nashra.local.stack.template.Template;

/// The local Cognito: issues tokens to anyone on this machine, and verifies them as the JWT
/// authorizer of API Gateway does: signature, issuer, audience, time. Thread-safe.
public final class TokenIssuer {
  private static final Duration VALID = Duration.ofHours(12);
  private static final Map<String, String> GROUPS =
      Map.of("editor", "editors", "moderator", "moderators");

  private final ECKey key;
  private final String issuer;
  private final String audience;

  /// @param secrets where its key is kept, so that tokens outlive a restart
  TokenIssuer(Secrets secrets, String issuer, String audience) {
    this.issuer = issuer;
    this.audience = audience;
    try {
      this.key = ECKey.parse(secrets.of("token-issuer", TokenIssuer::newKey));
    } catch (ParseException e) {
      throw new StackFault("the key of the local token issuer is damaged: delete the data folder");
    }
  }

  /// The issuer that the default authorizer of the template trusts.
  public static TokenIssuer of(Template template, Secrets secrets) {
    var auth = template.only("AWS::Serverless::HttpApi").getValue().get("Auth");
    var jwt = auth.get("Authorizers").get(auth.get("DefaultAuthorizer").text());
    var configuration = jwt.get("JwtConfiguration");
    return new TokenIssuer(
        secrets,
        template.resolve(configuration.get("issuer")),
        template.resolve(configuration.get("audience").list().getFirst()));
  }

  /// A token for `editor`, `moderator`, `editor,moderator` or `nobody`; empty for anyone else.
  public Optional<String> token(String as) {
    var roles = Arrays.asList(as.split(","));
    if (!roles.equals(List.of("nobody")) && !GROUPS.keySet().containsAll(roles)) {
      return Optional.empty();
    }
    var groups = roles.stream().map(role -> GROUPS.getOrDefault(role, "")).toList();
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject(UUID.nameUUIDFromBytes(as.getBytes(StandardCharsets.UTF_8)).toString())
            .claim("username", as)
            .claim("client_id", audience)
            .claim("token_use", "access")
            .claim("cognito:groups", groups.equals(List.of("")) ? null : groups)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(VALID)))
            .build();
    try {
      var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).build(), claims);
      token.sign(new ECDSASigner(key));
      return Optional.of(token.serialize());
    } catch (JOSEException e) {
      throw new IllegalStateException("a token could not be signed", e);
    }
  }

  /// The claims of a good token, as API Gateway hands them over; empty for a bad one.
  Optional<Map<String, String>> verify(String authorization) {
    var bare = authorization.replaceFirst("(?i)^bearer\\s+", "").strip();
    try {
      var token = SignedJWT.parse(bare);
      var claims = token.getJWTClaimsSet();
      boolean good =
          token.getHeader().getAlgorithm().equals(JWSAlgorithm.ES256)
              && token.verify(new ECDSAVerifier(key.toECPublicKey()))
              && issuer.equals(claims.getIssuer())
              && audience.equals(claims.getStringClaim("client_id"))
              && claims.getExpirationTime() != null
              && claims.getExpirationTime().toInstant().isAfter(Instant.now());
      return good ? Optional.of(texts(claims)) : Optional.empty();
    } catch (ParseException | JOSEException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> texts(JWTClaimsSet claims) {
    var texts = new LinkedHashMap<String, String>();
    claims
        .getClaims()
        .forEach((name, value) ->
            texts.put(
                name,
                value instanceof List<?> list
                    ? "[" + String.join(" ", list.stream().map(String::valueOf).toList()) + "]"
                    : value instanceof Date date
                        ? Long.toString(date.toInstant().getEpochSecond())
                        : String.valueOf(value)));
    return texts;
  }

  private static String newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).generate().toJSONString();
    } catch (JOSEException e) {
      throw new IllegalStateException("no key for the token issuer", e);
    }
  }
}
