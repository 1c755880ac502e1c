package news.nashra.core.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import news.nashra.core.Log;
import org.jspecify.annotations.Nullable;

/// A secret of [Secrets
/// Manager](https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets.html),
/// read when it is first needed and held in memory for [#MAX_AGE]. So a rotation reaches every
/// running function within that time, without a deployment, and no snapshot of a function contains
/// a secret.
///
/// If it cannot be read again, or its new text is not valid, the last value stays in use. Until a
/// first value was read, [#get] throws [UnreadableSecret].
///
/// Thread-safe. However many threads need the secret, one of them reads it.
///
/// @param <T> what the text of the secret is made into, once for each text
public final class Secret<T> implements Supplier<T> {
  /// How long a value is used until it is read again.
  public static final Duration MAX_AGE = Duration.ofMinutes(5);

  /// How long the last value is used after it could not be read again.
  static final Duration RETRY_AFTER = Duration.ofSeconds(30);

  /// How long no second try is made after the first value could not be read, whoever asks.
  static final Duration FIRST_RETRY_AFTER = Duration.ofSeconds(5);

  private final String name;
  private final Supplier<String> reader;
  private final Function<String, T> parse;
  private final InstantSource clock;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Value<T> last;
  private volatile @Nullable Failure failure;

  private record Value<T>(String text, T value, Instant from, Instant until) {
    boolean isFresh(Instant now) {
      return isWithin(now, from, until);
    }
  }

  private record Failure(RuntimeException cause, Instant from, Instant until) {
    boolean isFresh(Instant now) {
      return isWithin(now, from, until);
    }
  }

  /// @param name for messages
  /// @param reader reads the text of the secret
  /// @param parse throws [IllegalArgumentException] if the text is not valid, with a message that
  ///   may be logged
  public Secret(
      String name, Supplier<String> reader, Function<String, T> parse, InstantSource clock) {
    this.name = name;
    this.reader = reader;
    this.parse = parse;
    this.clock = clock;
  }

  /// The secret whose ARN is in an environment variable. Nothing is read yet.
  ///
  /// @param parse as in the constructor
  public static <T> Secret<T> of(
      Aws aws, String variable, Function<String, T> parse, InstantSource clock) {
    var id = aws.setting(variable);
    var secrets = new LightSecrets(aws);
    return new Secret<>(variable, () -> secrets.read(id), parse, clock);
  }

  /// The value of the secret, at most [#MAX_AGE] old unless it cannot be read.
  @Override
  public T get() {
    var now = clock.instant();
    var value = last;
    if (value == null) {
      return first();
    }
    return value.isFresh(now) ? value.value() : next(value, now);
  }

  /// Reads the first value, or waits for another thread that does.
  private T first() {
    reading.lock();
    try {
      var value = last;
      if (value == null) {
        value = read();
        last = value;
      }
      return value.value();
    } finally {
      reading.unlock();
    }
  }

  /// The clock is asked here, because a thread may have waited for another one's read.
  private Value<T> read() {
    var now = clock.instant();
    var failed = failure;
    if (failed != null && failed.isFresh(now)) {
      throw new UnreadableSecret(name, failed.cause());
    }
    try {
      var text = reader.get();
      return new Value<>(text, parse.apply(text), now, now.plus(MAX_AGE));
    } catch (RuntimeException e) {
      var failedAt = clock.instant(); // a call may take longer than the pause after it
      failure = new Failure(e, failedAt, failedAt.plus(FIRST_RETRY_AFTER));
      throw new UnreadableSecret(name, e);
    }
  }

  /// Reads the next value, unless another thread does: then the last one is good enough.
  private T next(Value<T> value, Instant now) {
    if (!reading.tryLock()) {
      return value.value();
    }
    try {
      if (last != value) {
        return get();
      }
      var next = renewed(value, now);
      last = next;
      return next.value();
    } finally {
      reading.unlock();
    }
  }

  private Value<T> renewed(Value<T> value, Instant now) {
    try {
      var text = reader.get();
      var same = text.equals(value.text());
      return new Value<>(text, same ? value.value() : parse.apply(text), now, now.plus(MAX_AGE));
    } catch (RuntimeException e) {
      Log.error("secret not read again", new UnreadableSecret(name, e));
      return new Value<>(value.text(), value.value(), now, now.plus(RETRY_AFTER));
    }
  }

  /// A clock that was set back, or a snapshot that was resumed, ends it too.
  private static boolean isWithin(Instant now, Instant from, Instant until) {
    return !now.isBefore(from) && now.isBefore(until);
  }
}
