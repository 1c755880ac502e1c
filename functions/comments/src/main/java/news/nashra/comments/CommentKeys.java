package news.nashra.comments;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import news.nashra.core.KeyedHash;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Secret;

/// The newsroom's secret keys of comments. The first one hashes and signs. What another one hashed
/// or signed is recognised too, so that a rotation of the key invalidates nothing.
public record CommentKeys(List<KeyedHash> all) {
  /// A rotation needs two. Each one costs an erasure another query.
  public static final int MAX_KEYS = 4;

  public CommentKeys {
    all = List.copyOf(all);
    if (all.isEmpty() || all.size() > MAX_KEYS) {
      throw new IllegalArgumentException("the secret holds 1 to " + MAX_KEYS + " keys");
    }
  }

  public static CommentKeys of(KeyedHash... keys) {
    return new CommentKeys(List.of(keys));
  }

  /// The keys in the secret that `COMMENT_KEY_SECRET` names. They are the newest ones at most
  /// [Secret#MAX_AGE] after a rotation.
  public static Secret<CommentKeys> secret(Aws aws, InstantSource clock) {
    return Secret.of(aws, "COMMENT_KEY_SECRET", CommentKeys::read, clock);
  }

  /// Reads the keys of the secret, separated by white space.
  public static CommentKeys read(String secret) {
    return new CommentKeys(Stream.of(secret.strip().split("\\s+")).map(KeyedHash::new).toList());
  }

  /// The key that hashes and signs.
  public KeyedHash current() {
    return all.getFirst();
  }

  /// The first answer that `find` gives for one of the keys.
  public <T> Optional<T> first(Function<KeyedHash, Optional<T>> find) {
    return all.stream().flatMap(key -> find.apply(key).stream()).findFirst();
  }
}
