package news.nashra.comments.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.nashra.comments.CommentKeys;
import news.nashra.core.Base64Url;
import news.nashra.core.FieldError;
import news.nashra.core.FoldedText;
import news.nashra.core.KeyedHash;
import news.nashra.site.Messages;

/// Small sums in words of the edition's language, for readers whose browser runs no script. They
/// can be read aloud as well as seen, and are answered in digits of any script or in a word. The
/// token does not contain the answer: the numbers are derived from it with the newsroom's key.
/// Thread-safe.
public final class Questions {
  /// How long a question may be answered.
  static final Duration LIFETIME = Duration.ofMinutes(20);

  /// What an answer counts in the rate window: a program answers a question faster than it solves a
  /// challenge.
  private static final int WEIGHT = 2;

  private static final String FIELD = "answer";
  private static final Pattern TOKEN = Pattern.compile("([\\w-]{12})\\.(\\d{1,12})\\.([\\w-]{22})");

  /// In code units. No answer is as long, and the pattern takes quadratic time.
  private static final int MAX_ANSWER_LENGTH = 200;

  /// A single word or number, possibly with the full stop of a sentence. A sign is not accepted:
  /// `-5` is another number.
  private static final Pattern ANSWER =
      Pattern.compile("[\\s\\p{Z}]*([\\p{L}\\p{M}\\p{Nd}\\p{Cf}]+)[\\s\\p{Z}]*[.!]?[\\s\\p{Z}]*");

  private final Supplier<CommentKeys> keys;
  private final Messages messages;

  /// The words for each number from 0 on. Questions use the first one.
  private final List<List<String>> words;

  private final InstantSource clock;

  public Questions(Supplier<CommentKeys> keys, Messages messages, InstantSource clock) {
    this.keys = keys;
    this.messages = messages;
    this.words =
        Stream.of(messages.get("question.numbers").split(","))
            .map(w -> List.of(w.split("[|]")))
            .toList();
    this.clock = clock;
  }

  /// Creates a question for a comment on an article.
  public Question ask(String articleId) {
    var nonce = new byte[9];
    new SecureRandom().nextBytes(nonce);
    var name = Base64Url.write(nonce);
    var expires = Long.toString(clock.instant().plus(LIFETIME).getEpochSecond());
    var key = keys.get().current();
    var sum = sum(key, name);
    return new Question(
        name + "." + expires + "." + signature(key, articleId, name, expires),
        messages.get("question.sum", words.get(sum[0]).getFirst(), words.get(sum[1]).getFirst()));
  }

  /// Checks an answer.
  public ProofResult check(Proof.Words answer, String articleId) {
    var token = TOKEN.matcher(answer.question());
    var signer =
        token.matches()
            ? keys.get().first(key -> signer(key, token, articleId))
            : Optional.<KeyedHash>empty();
    if (signer.isEmpty()) {
      return ProofResult.invalid(FIELD, "error.answer.other");
    }
    var expires = Instant.ofEpochSecond(Long.parseLong(token.group(2)));
    if (!clock.instant().isBefore(expires)) {
      return ProofResult.invalid(FIELD, "error.answer.expired");
    }
    var sum = sum(signer.get(), token.group(1));
    return number(answer.answer()) == sum[0] + sum[1]
        ? new ProofResult.Valid(FIELD, token.group(1), expires, WEIGHT)
        : new ProofResult.WrongAnswer(
            FieldError.of(FIELD, "error.answer.wrong"), token.group(1), expires);
  }

  /// The key, if it signed the token.
  private static Optional<KeyedHash> signer(KeyedHash key, Matcher token, String articleId) {
    var expected = signature(key, articleId, token.group(1), token.group(2));
    return MessageDigest.isEqual(
            token.group(3).getBytes(StandardCharsets.US_ASCII),
            expected.getBytes(StandardCharsets.US_ASCII))
        ? Optional.of(key)
        : Optional.empty();
  }

  /// Two numbers from 1 to 5.
  private static int[] sum(KeyedHash hash, String nonce) {
    var bytes = hash.bytes(2, "question-sum", nonce);
    return new int[] {1 + Math.floorMod(bytes[0], 5), 1 + Math.floorMod(bytes[1], 5)};
  }

  private static String signature(KeyedHash hash, String articleId, String nonce, String expires) {
    return hash.base64Url("question", articleId, nonce, expires);
  }

  /// The number that an answer gives in digits of any script or in a word of the edition's
  /// language; -1 if it gives none.
  private int number(String answer) {
    var given = ANSWER.matcher(answer);
    var text =
        answer.length() <= MAX_ANSWER_LENGTH && given.matches()
            ? FoldedText.fold(given.group(1)).words()
            : "";
    if (text.length() <= 3 && !text.isEmpty() && text.chars().allMatch(Character::isDigit)) {
      return text.chars().map(c -> Character.digit(c, 10)).reduce(0, (n, d) -> 10 * n + d);
    }
    return IntStream.range(0, words.size())
        .filter(
            n -> words.get(n).stream().anyMatch(word -> FoldedText.fold(word).words().equals(text)))
        .findFirst()
        .orElse(-1);
  }
}
