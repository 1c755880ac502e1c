package news.nashra.core.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import news.nashra.core.Settings;
import news.nashra.core.Together;
import news.nashra.core.aws.Aws;
import news.nashra.local.aws.LocalAws;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// The proof of the convergent write: whatever happens between its steps, the page that stands in
/// the end says what the truth says in the end.
class PressTest {
  private static LocalAws aws;
  private static S3Client s3;
  private static final AtomicInteger KEYS = new AtomicInteger();

  private String key;
  private final AtomicReference<String> truth = new AtomicReference<>("first");
  private Press press;

  @BeforeAll
  static void start() {
    aws = LocalAws.inMemory();
    aws.createBucket("pages");
    s3 = Aws.s3(new Settings(aws.environment()));
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  @BeforeEach
  void anotherKey() {
    key = "page-" + KEYS.incrementAndGet() + "/index.html";
    press = new Press(s3, "pages");
  }

  @Test
  void aNewPageIsWritten() {
    var written = (Pressed.Written) press.press(key, this::compose);
    assertThat(written.bytes()).isEqualTo(5);
    assertThat(standing()).isEqualTo("first");
    assertThat(s3.headObject(r -> r.bucket("pages").key(key)).eTag()).isEqualTo(written.etag());
  }

  @Test
  void anUnchangedPageIsNotWritten() {
    var written = (Pressed.Written) press.press(key, this::compose);
    assertThat(press.press(key, this::compose))
        .isEqualTo(new Pressed.Unchanged(key, written.etag(), 5));
  }

  @Test
  void aPageThatAnotherProgramWroteIsReplaced() {
    s3.putObject(r -> r.bucket("pages").key(key), RequestBody.fromString("first"));
    assertThat(press.press(key, this::compose)).isInstanceOf(Pressed.Written.class);
  }

  @Test
  void aWriterThatReadTheTruthEarlierDoesNotWinByWritingLater() {
    press.press(key, this::compose);
    truth.set("old");
    press.press(
        key,
        afterFirstRead(() -> {
          truth.set("new");
          press.press(key, this::compose);
        }));
    assertThat(standing()).isEqualTo("new");
  }

  @Test
  void twoWritersOfANewPageEndWithTheNewerTruth() {
    press.pressFirst(
        key,
        afterFirstRead(() -> {
          truth.set("new");
          press.pressFirst(key, this::compose);
        }));
    assertThat(standing()).isEqualTo("new");
  }

  @Test
  void aTruthThatChangesWhileTheFirstPageIsWrittenIsSeen() {
    press.pressFirst(key, afterFirstRead(() -> truth.set("changed after the read")));
    assertThat(standing()).isEqualTo("changed after the read");
  }

  @Test
  void aPageWithdrawnWhileItIsFirstWrittenDoesNotStay() {
    press.pressFirst(
        key,
        afterFirstRead(() -> {
          truth.set("");
          press.press(key, this::compose);
        }));
    assertThat(absent()).isTrue();
  }

  @Test
  void aPageThatEmptiesIsDeletedAndMayComeBack() {
    press.press(key, this::archive);
    truth.set("");
    assertThat(press.press(key, this::archive)).isEqualTo(new Pressed.Removed(key));
    assertThat(press.press(key, this::archive)).isEqualTo(new Pressed.Nothing(key));
    truth.set("back");
    press.press(key, this::archive);
    assertThat(standing()).isEqualTo("back");
  }

  @Test
  void aPageThatComesBackWhileItIsDeletedStands() {
    press.press(key, this::archive);
    truth.set("");
    var reads = new AtomicInteger();
    press.press(
        key,
        standing -> {
          var page = archive(standing);
          if (reads.getAndIncrement() == 0) {
            truth.set("back");
            press.press(key, this::archive);
          }
          return page;
        });
    assertThat(standing()).isEqualTo("back");
  }

  @Test
  void aProofIsComposedAnewWhenAnotherWriterWasFaster() {
    press.press(key, this::compose);
    truth.set("old");
    var proof = new Proof(key, press.look(key), compose(Optional.empty()));
    truth.set("new");
    press.press(key, this::compose);
    press.press(proof, this::compose);
    assertThat(standing()).isEqualTo("new");
  }

  @Test
  void aCrashBetweenTruthAndPageIsMendedByTheNextPress() {
    press.press(key, this::compose);
    truth.set("committed, never pressed");
    assertThatThrownBy(() ->
            press.press(
                key,
                standing -> {
                  throw new IllegalStateException("killed");
                }))
        .hasMessage("killed");
    assertThat(standing()).isEqualTo("first");
    press.press(key, this::compose);
    assertThat(standing()).isEqualTo("committed, never pressed");
  }

  @ParameterizedTest
  @ValueSource(ints = {409, 412, 503})
  void aRefusedWriteIsTriedAgain(int status) {
    var faults = new Faults(status, 2);
    new Press(faults.client(aws), "pages").press(key, this::compose);
    assertThat(faults.met()).isEqualTo(2);
    assertThat(standing()).isEqualTo("first");
  }

  @Test
  void aWriteThatNeverSucceedsThrowsAndLeavesTheLastGoodPage() {
    press.press(key, this::compose);
    truth.set("new");
    var faults = new Faults(412, Integer.MAX_VALUE);
    assertThatThrownBy(() -> new Press(faults.client(aws), "pages").press(key, this::compose))
        .hasMessage("the page " + key + " was written by others 8 times");
    assertThat(standing()).isEqualTo("first");
  }

  @Test
  void manyWritersAtOnceEndWithTheLastTruth() {
    var version = new AtomicInteger();
    Composer composer = standing -> Page.Present.html(bytes("version " + version.get()));
    var writers = new ArrayList<Callable<List<Pressed>>>();
    for (int w = 0; w < 4; w++) {
      writers.add(() -> {
        var done = new ArrayList<Pressed>();
        for (int i = 0; i < 10; i++) {
          version.incrementAndGet();
          done.add(pressUntilDone(composer));
        }
        return done;
      });
    }
    Together.all(writers);
    assertThat(standing()).isEqualTo("version 40");
  }

  @Test
  void aKeptPageIsLeftAlone() {
    press.press(key, this::compose);
    assertThat(press.press(key, standing -> new Page.Keep("too few items")))
        .isEqualTo(new Pressed.Kept(key, "too few items"));
    assertThat(standing()).isEqualTo("first");
  }

  @Test
  void notesComeBackAtTheNextPress() {
    press.press(key, standing -> Page.Present.html(bytes("x")).noting("items", "a,b"));
    var seen = new AtomicReference<>("");
    press.press(
        key,
        standing -> {
          seen.set(standing.orElseThrow().notes().get("items"));
          return new Page.Keep("looked");
        });
    assertThat(seen).hasValue("a,b");
  }

  /// A slow writer: it has read the truth once when `meanwhile` happens, and then goes on.
  private Composer afterFirstRead(Runnable meanwhile) {
    var reads = new AtomicInteger();
    return standing -> {
      var page = compose(standing);
      if (reads.getAndIncrement() == 0) {
        meanwhile.run();
      }
      return page;
    };
  }

  /// A press gives up after eight lost races; its caller, stream or schedule, comes again.
  private Pressed pressUntilDone(Composer composer) {
    while (true) {
      try {
        return press.press(key, composer);
      } catch (IllegalStateException e) {
        assertThat(e).hasMessageContaining("was written by others");
      }
    }
  }

  private Page archive(Optional<Standing> standing) {
    return truth.get().isEmpty() ? new Page.Vacant() : compose(standing);
  }

  private Page compose(Optional<Standing> standing) {
    var now = truth.get();
    return now.isEmpty() ? new Page.Absent() : Page.Present.html(bytes(now));
  }

  private String standing() {
    return s3.getObjectAsBytes(r -> r.bucket("pages").key(key)).asUtf8String();
  }

  private boolean absent() {
    try {
      s3.headObject(r -> r.bucket("pages").key(key));
      return false;
    } catch (NoSuchKeyException e) {
      return true;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
