package news.nashra.core.press;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.Sha256;
import news.nashra.core.aws.Pause;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The one way in which a page reaches the site bucket, and converges there to the truth.
///
/// ETag first, truth second, then a write that only succeeds while that ETag stands: whoever writes
/// last has read last, so no old page replaces a newer one ([conditional
/// writes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html)). Where a
/// page is created, `If-None-Match: *` cannot tell "never was" from "was deleted meanwhile", so the
/// truth is read once more after it and the press goes on until both agree. A page that already
/// says what the truth says is not written: its SHA-256 stands in the object's metadata.
///
/// Threads may share it.
public final class Press {
  /// Each lost race means that another writer won one; eight in a row do not happen by chance.
  private static final int TRIES = 8;

  private final S3Client s3;
  private final String bucket;

  public Press(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /// Brings the page at `key` to what `composer` says. Throws when it could not: the last good page
  /// stands, and a later press repairs it.
  public Pressed press(String key, Composer composer) {
    return converge(key, composer, true);
  }

  /// Like [#press], for a key at which most likely no page stands: saves the first look.
  public Pressed pressFirst(String key, Composer composer) {
    return converge(key, composer, false);
  }

  /// Presses a page that is composed already, from a truth that was read after [#look]. `composer`
  /// reads it anew when another writer was faster.
  public Pressed press(Proof proof, Composer composer) {
    var outcome = attempt(proof, composer);
    return outcome.isPresent() ? outcome.get() : converge(proof.key(), composer, true);
  }

  /// The page that stands at `key`.
  public Optional<Standing> look(String key) {
    try {
      return Optional.of(standing(s3.headObject(r -> r.bucket(bucket).key(key))));
    } catch (S3Exception e) {
      if (e.statusCode() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Pressed converge(String key, Composer composer, boolean look) {
    boolean looking = look;
    for (int n = 1; n <= TRIES; n++) {
      var standing = looking ? look(key) : Optional.<Standing>empty();
      var outcome = attempt(new Proof(key, standing, composer.compose(standing)), composer);
      if (outcome.isPresent()) {
        return outcome.get();
      }
      looking = true;
      Pause.before(n);
    }
    throw new IllegalStateException(
        "the page " + key + " was written by others " + TRIES + " times");
  }

  private Optional<Pressed> attempt(Proof proof, Composer composer) {
    var key = proof.key();
    var standing = proof.standing();
    return switch (proof.page()) {
      case Page.Keep keep -> Optional.of(new Pressed.Kept(key, keep.reason()));
      case Page.Absent absent -> Optional.of(remove(key, standing));
      case Page.Vacant vacant -> clear(key, standing, composer);
      case Page.Present page -> {
        var digest = digest(page);
        if (standing.isPresent() && standing.get().digest().equals(Optional.of(digest))) {
          yield Optional.of(
              new Pressed.Unchanged(key, standing.get().etag(), standing.get().bytes()));
        }
        yield write(key, page, digest, standing)
            .filter(w -> standing.isPresent() || agrees(page, composer, w))
            .map(Pressed.class::cast);
      }
    };
  }

  private Pressed remove(String key, Optional<Standing> standing) {
    // A deletion needs no condition: nothing brings this key back. Whether a page stood is only
    // told.
    s3.deleteObject(r -> r.bucket(bucket).key(key));
    return standing.isPresent() ? new Pressed.Removed(key) : new Pressed.Nothing(key);
  }

  /// Where a page may come back, a deletion can hide one that was just written: the truth is read
  /// once more after it.
  private Optional<Pressed> clear(String key, Optional<Standing> standing, Composer composer) {
    if (standing.isEmpty()) {
      return Optional.of(new Pressed.Nothing(key));
    }
    var removed = remove(key, standing);
    return composer.compose(Optional.empty()) instanceof Page.Vacant
        ? Optional.of(removed)
        : Optional.empty();
  }

  private static boolean agrees(Page.Present page, Composer composer, Pressed.Written written) {
    var standing =
        new Standing(written.etag(), written.bytes(), Optional.of(digest(page)), page.notes());
    return composer.compose(Optional.of(standing)) instanceof Page.Present now
        && digest(now).equals(digest(page));
  }

  private Optional<Pressed.Written> write(
      String key, Page.Present page, String digest, Optional<Standing> standing) {
    var metadata = new HashMap<>(page.notes());
    metadata.put(Standing.DIGEST, digest);
    var request =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(key)
            .contentType(page.contentType())
            .cacheControl(page.cacheControl())
            .metadata(metadata);
    standing.ifPresentOrElse(s -> request.ifMatch(s.etag()), () -> request.ifNoneMatch("*"));
    try {
      var etag = s3.putObject(request.build(), RequestBody.fromBytes(page.bytes())).eTag();
      return Optional.of(new Pressed.Written(key, etag, page.bytes().length));
    } catch (S3Exception e) {
      if (lostRace(e.statusCode())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /// 412: another page stands. 409: another write is under way. 404: the page of the ETag is gone.
  private static boolean lostRace(int status) {
    return status == 412 || status == 409 || status == 404;
  }

  private static Standing standing(HeadObjectResponse head) {
    var notes = new HashMap<>(head.metadata());
    var digest = Optional.ofNullable(notes.remove(Standing.DIGEST));
    return new Standing(head.eTag(), Math.toIntExact(head.contentLength()), digest, notes);
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
