package news.nashra.core.press;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.Sha256;
import news.nashra.core.aws.Bucket;
import news.nashra.core.press.PageResult.Difference;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The only code that writes pages to the site bucket. It looks at the current page, and then
/// writes or deletes only if that page is still there ([conditional
/// writes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html),
/// [conditional
/// deletes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html)).
/// [PressRun] reads the truth in between.
///
/// An old page therefore never replaces a newer one, with one exception: S3's ETag is a hash of the
/// bytes, so a page that changed and changed back looks as if it never changed, and a press that
/// stalled meanwhile still succeeds. Whoever follows changes must press once more when every
/// earlier press has ended, [#MAX_DURATION] later. Only then do pages converge
/// (docs/decisions/007-press-once-more.md).
///
/// Thread-safe.
public final class Press {
  /// A press starts no write later than this after its look.
  static final Duration MAX_LOOK_AGE = Duration.ofSeconds(30);

  /// A press has ended this long after its look. It starts no write after [#MAX_LOOK_AGE], and
  /// [news.nashra.core.aws.Aws] limits the time of the one or two calls of a write.
  public static final Duration MAX_DURATION = Duration.ofSeconds(60);

  private final Bucket bucket;
  private final InstantSource clock;
  private final boolean comparing;

  public Press(Bucket bucket, InstantSource clock) {
    this(bucket, clock, false);
  }

  private Press(Bucket bucket, InstantSource clock, boolean comparing) {
    this.bucket = bucket;
    this.clock = clock;
    this.comparing = comparing;
  }

  /// A press that writes nothing: where a page does not match the truth, it reports
  /// [PageResult.Differs].
  public static Press comparing(Bucket bucket, InstantSource clock) {
    return new Press(bucket, clock, true);
  }

  /// Returns the page at `key`, if there is one.
  public Optional<StoredPage> look(String key) {
    return bucket.head(key).map(Press::storedPage);
  }

  /// Returns the next keys after `after` in the bucket's order, at most a thousand; none when there
  /// are no more.
  ///
  /// @param after empty to begin with the first key
  public List<String> keysAfter(String after) {
    return bucket.listAfter(after).objects().stream().map(Bucket.Listed::key).toList();
  }

  /// Returns the pages whose keys begin with `folder`, by key.
  Map<String, StoredPage> list(String folder) {
    return list(folder, Integer.MAX_VALUE).orElseThrow();
  }

  /// The same, unless it takes more than so many calls. A call lists a thousand pages.
  Optional<Map<String, StoredPage>> list(String folder, int maxCalls) {
    var found = new HashMap<String, StoredPage>();
    var from = Optional.<String>empty();
    for (int calls = 0; calls < maxCalls; calls++) {
      var listing = bucket.list(folder, from);
      listing.objects().forEach(o -> found.put(o.key(), StoredPage.listed(o.etag(), o.bytes())));
      from = listing.next();
      if (from.isEmpty()) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  Instant now() {
    return clock.instant();
  }

  /// Makes `key` match `page`, if the look is recent and what it found is still there. Returns
  /// empty otherwise; then the truth must be read again.
  Optional<PageResult> write(String key, Page page, Look look) {
    if (now().isAfter(look.at().plus(MAX_LOOK_AGE))) {
      return Optional.empty();
    }
    var found = look.at(key);
    return switch (page) {
      case Page.Keep keep -> Optional.of(new PageResult.Kept(key, keep.reason()));
      case Page.Gone absent when found.isEmpty() -> Optional.of(new PageResult.AlreadyAbsent(key));
      case Page.Gone absent when comparing -> differs(key, Difference.SUPERFLUOUS, found);
      case Page.Gone absent -> remove(key, found.get());
      case Page.Present present -> put(key, present, found);
    };
  }

  private Optional<PageResult> remove(String key, StoredPage found) {
    return ifStillThere(() -> {
      bucket.delete(key, found.etag());
      return new PageResult.Removed(key);
    });
  }

  private Optional<PageResult> put(String key, Page.Present page, Optional<StoredPage> found) {
    var digest = digest(page);
    var stored = found;
    if (found.isPresent()
        && found.get().digest().isEmpty()
        && found.get().bytes() == page.bytes().length) {
      // A listing has no digests. A page of another size needs none: it differs.
      stored = look(key);
      if (!stored.map(StoredPage::etag).equals(found.map(StoredPage::etag))) {
        return Optional.empty();
      }
    }
    if (stored.flatMap(StoredPage::digest).equals(Optional.of(digest))) {
      return stored.map(s -> new PageResult.Unchanged(key, s.etag(), s.bytes()));
    }
    if (comparing) {
      return differs(key, stored.isEmpty() ? Difference.MISSING : Difference.STALE, stored);
    }
    var metadata = new HashMap<>(page.notes());
    metadata.put(StoredPage.DIGEST, digest);
    var object =
        new Bucket.NewObject(key, page.bytes(), page.contentType(), page.cacheControl(), metadata);
    var etag = stored.map(StoredPage::etag);
    return ifStillThere(() -> {
      var written = etag.map(e -> bucket.replace(object, e)).orElseGet(() -> bucket.create(object));
      return new PageResult.Written(key, written, page.bytes().length);
    });
  }

  private static Optional<PageResult> differs(
      String key, Difference difference, Optional<StoredPage> found) {
    return Optional.of(new PageResult.Differs(key, difference, found.map(StoredPage::etag)));
  }

  private interface Write {
    PageResult now();
  }

  /// Returns empty if S3 refused: 412, there is another page now; 409, another write is in
  /// progress; 404, the page is gone.
  private static Optional<PageResult> ifStillThere(Write write) {
    try {
      return Optional.of(write.now());
    } catch (S3Exception e) {
      if (e.statusCode() == 412 || e.statusCode() == 409 || e.statusCode() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static StoredPage storedPage(Bucket.Head head) {
    var notes = new HashMap<>(head.notes());
    var digest = Optional.ofNullable(notes.remove(StoredPage.DIGEST));
    return new StoredPage(head.etag(), Math.toIntExact(head.bytes()), digest, notes);
  }

  private static String digest(Page.Present page) {
    var headers = new StringBuilder(page.contentType() + "\n" + page.cacheControl() + "\n");
    page.notes().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            note -> headers.append(note.getKey()).append('=').append(note.getValue()).append('\n'));
    return Sha256.hex(16, headers.toString().getBytes(StandardCharsets.UTF_8), page.bytes());
  }
}
