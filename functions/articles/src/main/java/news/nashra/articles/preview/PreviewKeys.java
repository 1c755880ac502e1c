package news.nashra.articles.preview;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import news.nashra.core.KeyedHash;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Secret;

/// The secret keys of preview links. The first one signs. Links that another one signed are good
/// too, so that a rotation of the key breaks none.
public record PreviewKeys(List<KeyedHash> all) {
  public PreviewKeys {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("the secret holds a key");
    }
  }

  /// The keys in the secret that `PREVIEW_KEY_SECRET` names.
  static Secret<PreviewKeys> secret(Aws aws, InstantSource clock) {
    return Secret.of(aws, "PREVIEW_KEY_SECRET", PreviewKeys::read, clock);
  }

  /// Reads the keys of the secret, separated by white space.
  public static PreviewKeys read(String secret) {
    return new PreviewKeys(Stream.of(secret.strip().split("\\s+")).map(KeyedHash::new).toList());
  }

  KeyedHash current() {
    return all.getFirst();
  }
}
