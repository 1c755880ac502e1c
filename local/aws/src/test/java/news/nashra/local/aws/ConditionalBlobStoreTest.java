package news.nashra.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The [conditional
/// writes](https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html) of S3.
class ConditionalBlobStoreTest {
  private final DirectS3 s3 = new DirectS3();

  @BeforeEach
  void createBucket() {
    s3.createBucket(r -> r.bucket("pages"));
  }

  @Test
  void anObjectIsCreatedOnlyIfThereIsNone() {
    put("first", r -> r.ifNoneMatch("*"));
    assertRefused(() -> put("second", r -> r.ifNoneMatch("*")), 412);
    assertThat(text()).isEqualTo("first");
  }

  @Test
  void anObjectIsReplacedOnlyIfItIsTheOneThatWasRead() {
    var etag = put("first", r -> {});
    put("second", r -> r.ifMatch(etag));
    assertRefused(() -> put("third", r -> r.ifMatch(etag)), 412);
    assertThat(text()).isEqualTo("second");
  }

  @Test
  void anObjectThatIsNotThereCannotBeReplaced() {
    assertRefused(() -> put("first", r -> r.ifMatch("\"x\"")), 404);
  }

  @Test
  void anObjectIsDeletedOnlyIfItIsTheOneThatWasRead() {
    var etag = put("first", r -> {});
    put("second", r -> {});
    assertRefused(() -> delete(r -> r.ifMatch(etag)), 412);
    assertThat(text()).isEqualTo("second");
    delete(r -> r.ifMatch(put("second", p -> {})));
    assertRefused(this::text, 404);
  }

  @Test
  void aFileThatIsHalfWrittenIsNotListed() {
    put("whole", r -> {});
    put("half", r -> r.key("a-01234567-89ab-cdef-0123-456789abcdef"));
    var list = s3.listObjectsV2(r -> r.bucket("pages"));
    assertThat(list.contents()).hasSize(1);
    assertThat(list.keyCount()).isEqualTo(1);
  }

  @Test
  void oneOfManyWritersCreatesAnObject() throws Exception {
    try (var writers = Executors.newFixedThreadPool(8)) {
      var created =
          writers.invokeAll(
              IntStream.range(0, 64)
                  .<Callable<Boolean>>mapToObj(i -> () -> created("writer " + i))
                  .toList());
      int successes = 0;
      for (var each : created) {
        successes += each.get() ? 1 : 0;
      }
      assertThat(successes).isEqualTo(1);
    }
  }

  private boolean created(String text) {
    try {
      put(text, r -> r.ifNoneMatch("*"));
      return true;
    } catch (S3Exception e) {
      assertThat(e.statusCode()).isEqualTo(412);
      return false;
    }
  }

  private String put(String text, Consumer<PutObjectRequest.Builder> condition) {
    return s3.putObject(
            r -> {
              r.bucket("pages").key("index.html");
              condition.accept(r);
            },
            RequestBody.fromString(text))
        .eTag();
  }

  private void delete(Consumer<DeleteObjectRequest.Builder> condition) {
    s3.deleteObject(r -> {
      r.bucket("pages").key("index.html");
      condition.accept(r);
    });
  }

  private String text() {
    return s3.getObjectAsBytes(r -> r.bucket("pages").key("index.html")).asUtf8String();
  }

  private static void assertRefused(ThrowingCallable call, int status) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(status));
  }
}
