package news.nashra.local.stack.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import news.nashra.local.stack.api.User;

/// The sign-ins of this start: codes, which are good once and for five minutes, and refresh tokens,
/// of which a session has one at a time. Whoever comes with a code or token that was used before
/// [ends the session](https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2), since one of its two
/// holders is a thief. Thread-safe.
final class Sessions {
  private static final Duration CODE_VALIDITY = Duration.ofMinutes(5);

  private final InstantSource clock;
  private final Duration refreshValidity;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Code> codes = new HashMap<>();
  private final Map<String, Session> sessionsByToken = new HashMap<>();
  private final Set<String> used = new HashSet<>();
  private final Set<String> ended = new HashSet<>();

  /// @param refreshValidity from the sign-in on; rotation does not prolong it
  Sessions(InstantSource clock, Duration refreshValidity) {
    this.clock = clock;
    this.refreshValidity = refreshValidity;
  }

  /// What was asked for with an authorization.
  ///
  /// @param challenge the hash of a secret that the client keeps until it redeems the code
  record Grant(User user, String redirectUri, String challenge, Optional<String> nonce) {
    /// Whether a client that redeems the code is the one that asked for it.
    boolean isFor(String redirect, String verifier) {
      return redirectUri.equals(redirect)
          && MessageDigest.isEqual(challenge.getBytes(StandardCharsets.US_ASCII), s256(verifier));
    }

    private static byte[] s256(String verifier) {
      try {
        var hash =
            MessageDigest.getInstance("SHA-256")
                .digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encode(hash);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private record Code(Session session, Instant until) {}

  /// @param id names it in its tokens
  record Session(String id, Grant grant, Instant until) {}

  /// A session and the refresh token that it has now.
  record Refreshed(Session session, String token) {}

  /// The code with which the client fetches its tokens.
  synchronized String code(Grant grant) {
    forgetOld();
    var now = clock.instant();
    var session = new Session(UUID.randomUUID().toString(), grant, now.plus(refreshValidity));
    var code = secret();
    codes.put(code, new Code(session, now.plus(CODE_VALIDITY)));
    return code;
  }

  /// The session of a code. Whether it is the right client or not, the code is spent.
  synchronized Optional<Refreshed> redeem(String code, Predicate<Grant> client) {
    var known = codes.get(code);
    if (known == null
        || isSpent(code, known.session())
        || !known.until().isAfter(clock.instant())) {
      return Optional.empty();
    }
    return client.test(known.session().grant())
        ? Optional.of(next(known.session()))
        : Optional.empty();
  }

  /// The session of a refresh token, with the token that takes its place.
  synchronized Optional<Refreshed> refresh(String token) {
    var session = sessionsByToken.get(token);
    if (session == null
        || isSpent(token, session)
        || ended.contains(session.id())
        || !session.until().isAfter(clock.instant())) {
      return Optional.empty();
    }
    return Optional.of(next(session));
  }

  /// Ends the session of a refresh token.
  synchronized void revoke(String token) {
    var session = sessionsByToken.get(token);
    if (session != null) {
      ended.add(session.id());
    }
  }

  private boolean isSpent(String secret, Session session) {
    if (used.add(secret)) {
      return false;
    }
    ended.add(session.id());
    return true;
  }

  private Refreshed next(Session session) {
    var token = secret();
    sessionsByToken.put(token, session);
    return new Refreshed(session, token);
  }

  private void forgetOld() {
    var now = clock.instant();
    codes.values().removeIf(code -> !code.session().until().isAfter(now));
    sessionsByToken.values().removeIf(session -> !session.until().isAfter(now));
    used.removeIf(secret -> !codes.containsKey(secret) && !sessionsByToken.containsKey(secret));
  }

  private String secret() {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
