package news.nashra.local.stack.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import news.nashra.local.stack.secrets.Secrets;
import news.nashra.local.stack.template.StackFault;
import news.nashra.local.stack.template.Template;
import org.jspecify.annotations.Nullable;

/// The local Cognito: signs tokens, and verifies them as [the JWT authorizer of API
/// Gateway](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html)
/// does: key, signature, issuer, audience, times. Thread-safe.
public final class TokenIssuer {
  /// The id of the desk at the local Cognito.
  public static final String CLIENT_ID = "nashra-desk";

  /// How long a token is good that is asked for on the command line.
  private static final Duration FOR_CURL = Duration.ofHours(12);

  /// How long such a token is given out again: to sign one takes longer than most requests.
  private static final Duration REUSE = Duration.ofHours(1);

  private final RSAKey key;
  private final String issuer;
  private final String audience;
  private final InstantSource clock;
  private final Map<User, Signed> signed = new ConcurrentHashMap<>();

  private record Signed(String token, Instant time) {}

  /// The key of all new newspapers of this process: to make one takes a second.
  private static final class CommonKey {
    private static final String KEY = newKey();
  }

  /// @param secrets where its key is kept, so that tokens outlive a restart
  TokenIssuer(Secrets secrets, String issuer, String audience, InstantSource clock) {
    this(secrets, TokenIssuer::newKey, issuer, audience, clock);
  }

  private TokenIssuer(
      Secrets secrets,
      Supplier<String> firstKey,
      String issuer,
      String audience,
      InstantSource clock) {
    this.issuer = issuer;
    this.audience = audience;
    this.clock = clock;
    try {
      this.key = RSAKey.parse(secrets.of("newsroom-key", firstKey));
    } catch (ParseException e) {
      throw new StackFault("the key of the local token issuer is damaged: delete the data folder");
    }
  }

  /// The issuer that the default authorizer of the template trusts.
  public static TokenIssuer of(Template template, Secrets secrets, InstantSource clock) {
    var auth = template.only("AWS::Serverless::HttpApi").getValue().get("Auth");
    var jwt = auth.get("Authorizers").get(auth.get("DefaultAuthorizer").text());
    var configuration = jwt.get("JwtConfiguration");
    template.target(
        configuration.get("audience").list().getFirst(), "AWS::Cognito::UserPoolClient");
    return new TokenIssuer(
        secrets,
        () -> CommonKey.KEY,
        template.resolve(configuration.get("issuer")),
        CLIENT_ID,
        clock);
  }

  /// A token of access for [User#of], good for at least eleven hours; empty for anyone else.
  public Optional<String> token(String as) {
    return User.of(as)
        .map(user -> signed.compute(user, (u, last) -> isFresh(last) ? last : forCurl(u)).token());
  }

  private boolean isFresh(@Nullable Signed last) {
    var now = clock.instant();
    return last != null && !last.time().isAfter(now) && last.time().plus(REUSE).isAfter(now);
  }

  private Signed forCurl(User user) {
    return new Signed(access(user, "local", FOR_CURL), clock.instant());
  }

  /// An [access
  /// token](https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html).
  ///
  /// @param session names the sign-in
  public String access(User user, String session, Duration validity) {
    return sign(
        claims(user, session, validity)
            .claim("token_use", "access")
            .claim("client_id", audience)
            .claim("username", user.name())
            .claim("scope", "openid"));
  }

  /// An [ID
  /// token](https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html).
  ///
  /// @param nonce what the client sent to find it here again
  public String identity(User user, String session, Duration validity, Optional<String> nonce) {
    return sign(
        claims(user, session, validity)
            .claim("token_use", "id")
            .audience(audience)
            .claim("cognito:username", user.name())
            .claim("email", user.email())
            .claim("email_verified", true)
            .claim("nonce", nonce.orElse(null)));
  }

  /// The public key as a [JWK set](https://www.rfc-editor.org/rfc/rfc7517#section-5).
  public Map<String, Object> keys() {
    return new JWKSet(key).toJSONObject(true);
  }

  /// The claims of a good token, as API Gateway hands them over; empty for a bad one.
  Optional<Map<String, String>> verify(String authorization) {
    var bare = authorization.replaceFirst("(?i)^bearer\\s+", "").strip();
    try {
      var token = SignedJWT.parse(bare);
      var claims = token.getJWTClaimsSet();
      boolean good =
          token.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
              && key.getKeyID().equals(token.getHeader().getKeyID())
              && token.verify(new RSASSAVerifier(key.toRSAPublicKey()))
              && issuer.equals(claims.getIssuer())
              && isForUs(claims)
              && isTimely(claims);
      return good ? Optional.of(texts(claims)) : Optional.empty();
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// API Gateway looks at `client_id` only if there is no `aud`.
  private boolean isForUs(JWTClaimsSet claims) throws ParseException {
    return claims.getAudience().isEmpty()
        ? audience.equals(claims.getStringClaim("client_id"))
        : claims.getAudience().contains(audience);
  }

  private boolean isTimely(JWTClaimsSet claims) {
    var now = clock.instant();
    return claims.getExpirationTime() != null
        && claims.getExpirationTime().toInstant().isAfter(now)
        && isPast(claims.getNotBeforeTime(), now)
        && isPast(claims.getIssueTime(), now);
  }

  private static boolean isPast(@Nullable Date date, Instant now) {
    return date == null || !date.toInstant().isAfter(now);
  }

  private JWTClaimsSet.Builder claims(User user, String session, Duration validity) {
    var now = clock.instant();
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .subject(user.subject())
        .claim("cognito:groups", user.groups().isEmpty() ? null : user.groups())
        .claim("origin_jti", session)
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(validity)));
  }

  private String sign(JWTClaimsSet.Builder claims) {
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
      var token = new SignedJWT(header, claims.build());
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("a token could not be signed", e);
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
      return new RSAKeyGenerator(2048)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate()
          .toJSONString();
    } catch (JOSEException e) {
      throw new IllegalStateException("no key for the token issuer", e);
    }
  }
}
