package news.nashra.core.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import news.nashra.core.Parallel;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Bucket;
import news.nashra.local.aws.CountedCalls;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// Tests that writes converge: whatever happens between the steps of a press, the final page
/// matches the final truth.
class PressTest {
  @RegisterExtension static final LocalServices SERVICES = LocalServices.with().bucket("pages");

  private final Aws aws = new Aws(settings());
  private final S3Client s3 = aws.s3();
  private final Bucket pages = aws.bucket("SITE_BUCKET");
  private static final AtomicInteger KEYS = new AtomicInteger();

  private String key;
  private final AtomicReference<String> truth = new AtomicReference<>("first");
  private Press press;

  private static Settings settings() {
    var environment = new HashMap<>(SERVICES.environment());
    environment.put("SITE_BUCKET", "pages");
    return new Settings(environment);
  }

  @BeforeEach
  void useANewKey() {
    key = "page-" + KEYS.incrementAndGet() + "/index.html";
    press = new Press(pages, InstantSource.system());
  }

  @Test
  void aNewPageIsWritten() {
    var written = (PageResult.Written) press(this::compose);
    assertThat(written.bytes()).isEqualTo(5);
    assertThat(stored()).isEqualTo("first");
    assertThat(s3.headObject(r -> r.bucket("pages").key(key)).eTag()).isEqualTo(written.etag());
  }

  @Test
  void anUnchangedPageIsNotWritten() {
    var written = (PageResult.Written) press(this::compose);
    assertThat(press(this::compose)).isEqualTo(new PageResult.Unchanged(key, written.etag(), 5));
  }

  @Test
  void aComparisonReportsWhatDiffersAndWritesNothing() {
    var pressing = press;
    press = Press.comparing(pages, InstantSource.system());
    assertThat(press(this::compose))
        .isEqualTo(new PageResult.Differs(key, PageResult.Difference.MISSING, Optional.empty()));
    press = pressing;
    var etag = ((PageResult.Written) press(this::compose)).etag();
    press = Press.comparing(pages, InstantSource.system());
    assertThat(press(this::compose)).isEqualTo(new PageResult.Unchanged(key, etag, 5));
    truth.set("second");
    var stale = press(this::compose);
    assertThat(stale)
        .isEqualTo(new PageResult.Differs(key, PageResult.Difference.STALE, Optional.of(etag)));
    assertThat(stale.current()).isFalse();
    assertThat(stale.changed()).isFalse();
    truth.set("");
    assertThat(press(this::compose))
        .isEqualTo(
            new PageResult.Differs(key, PageResult.Difference.SUPERFLUOUS, Optional.of(etag)));
    assertThat(stored()).isEqualTo("first");
  }

  @Test
  void aPageThatAnotherProgramWroteIsReplaced() {
    s3.putObject(r -> r.bucket("pages").key(key), RequestBody.fromString("first"));
    assertThat(press(this::compose)).isInstanceOf(PageResult.Written.class);
  }

  @Test
  void aLateWriterDoesNotReplaceANewerPage() {
    press(this::compose);
    truth.set("old");
    press(
        afterFirstRead(() -> {
          truth.set("new");
          press(this::compose);
        }));
    assertThat(stored()).isEqualTo("new");
  }

  @Test
  void twoWritersOfANewPageEndWithTheLatestTruth() {
    pressNew(
        afterFirstRead(() -> {
          truth.set("new");
          pressNew(this::compose);
        }));
    assertThat(stored()).isEqualTo("new");
  }

  @Test
  void anotherPressRepairsAPageThatChangedBackWhileAPressStalled() {
    press(this::compose);
    truth.set("shown");
    press(afterFirstRead(() -> truth.set("first")));
    assertThat(stored()).as("S3's ETag cannot tell").isEqualTo("shown");
    press(this::compose);
    assertThat(stored()).isEqualTo("first");
  }

  @Test
  void aPageThatIsGoneIsDeletedAndMayComeBack() {
    press(this::compose);
    truth.set("");
    assertThat(press(this::compose)).isEqualTo(new PageResult.Removed(key));
    assertThat(press(this::compose)).isEqualTo(new PageResult.AlreadyAbsent(key));
    truth.set("back");
    press(this::compose);
    assertThat(stored()).isEqualTo("back");
  }

  @Test
  void aPageThatComesBackWhileItIsDeletedStays() {
    press(this::compose);
    truth.set("");
    press(
        afterFirstRead(() -> {
          truth.set("back");
          press(this::compose);
        }));
    assertThat(stored()).isEqualTo("back");
  }

  @Test
  void aDeletionIsSentOnlyIfThereIsAPage() {
    truth.set("");
    var calls = new CountedCalls(SERVICES.aws());
    press(new Press(Bucket.of(calls.s3(), "pages"), InstantSource.system()), this::compose);
    assertThat(calls.names()).containsExactly("HeadObject");
  }

  @Test
  void aLookThatIsTooOldIsRepeated() {
    var now = new AtomicReference<>(Instant.parse("2026-02-23T10:00:00Z"));
    var reads = new AtomicInteger();
    press(
        new Press(pages, now::get),
        () -> {
          if (reads.incrementAndGet() == 1) {
            now.updateAndGet(at -> at.plus(Press.MAX_LOOK_AGE).plusMillis(1));
          }
          return compose();
        });
    assertThat(reads).hasValue(2);
    assertThat(stored()).isEqualTo("first");
  }

  @Test
  void theNextPressRepairsAPageAfterACrash() {
    press(this::compose);
    truth.set("committed, never pressed");
    assertThatThrownBy(() ->
            press(() -> {
              throw new IllegalStateException("killed");
            }))
        .hasMessage("killed");
    assertThat(stored()).isEqualTo("first");
    press(this::compose);
    assertThat(stored()).isEqualTo("committed, never pressed");
  }

  @ParameterizedTest
  @ValueSource(ints = {409, 412, 503})
  void aRefusedWriteIsRetried(int status) {
    var faults = new Faults(status, 2);
    press(
        new Press(Bucket.of(faults.client(SERVICES.aws()), "pages"), InstantSource.system()),
        this::compose);
    assertThat(faults.met()).isEqualTo(2);
    assertThat(stored()).isEqualTo("first");
  }

  @Test
  void aWriteThatNeverSucceedsThrowsAndKeepsTheLastGoodPage() {
    press(this::compose);
    truth.set("new");
    var faults = new Faults(412, Integer.MAX_VALUE);
    var overtaken =
        new Press(Bucket.of(faults.client(SERVICES.aws()), "pages"), InstantSource.system());
    assertThatThrownBy(() -> press(overtaken, this::compose))
        .hasMessage(key + " was written by others 8 times");
    assertThat(stored()).isEqualTo("first");
  }

  @Test
  void concurrentWritersEndWithTheLatestTruth() {
    var version = new AtomicInteger();
    Supplier<Page> latest = () -> Page.Present.html(bytes("version " + version.get()));
    var writers = new ArrayList<Callable<List<PageResult>>>();
    for (int w = 0; w < 4; w++) {
      writers.add(() -> {
        var done = new ArrayList<PageResult>();
        for (int i = 0; i < 10; i++) {
          version.incrementAndGet();
          done.add(pressUntilDone(latest));
        }
        return done;
      });
    }
    Parallel.all(writers);
    assertThat(stored()).isEqualTo("version 40");
  }

  @Test
  void aKeptPageIsLeftAlone() {
    press(this::compose);
    assertThat(press(() -> new Page.Keep("too few items")))
        .isEqualTo(new PageResult.Kept(key, "too few items"));
    assertThat(stored()).isEqualTo("first");
  }

  @Test
  void theNextPressGetsTheNotes() {
    press(() -> Page.Present.html(bytes("x")).withNote("items", "a,b"));
    var seen = new AtomicReference<>("");
    run(press)
        .press(
            List.of(
                PageGroup.of(
                    key,
                    List.of(key),
                    (reading, stored) -> {
                      stored
                          .values()
                          .forEach(page -> seen.set(page.notes().getOrDefault("items", "")));
                      return Map.of();
                    })));
    assertThat(seen).hasValue("a,b");
  }

  @Test
  void aPageInAFolderThatIsNotInTheTruthIsDeleted() {
    var folder = key.replace("index.html", "");
    s3.putObject(
        r -> r.bucket("pages").key(folder + "comments/7/index.html"), RequestBody.fromString("x"));
    var group =
        new PageGroup<String>(
            key,
            List.of(),
            List.of(folder),
            (reading, stored) -> {
              var pages = new HashMap<String, Page>();
              stored.keySet().forEach(found -> pages.put(found, new Page.Gone()));
              pages.put(key, compose());
              return pages;
            });
    assertThat(run(press).press(List.of(group)).orThrow())
        .contains(new PageResult.Removed(folder + "comments/7/index.html"))
        .anyMatch(page -> page instanceof PageResult.Written && page.key().equals(key));
    assertThat(run(press).press(List.of(group)).orThrow())
        .singleElement()
        .isInstanceOf(PageResult.Unchanged.class);
  }

  @Test
  void aKeyThatOnlyTheTruthKnowsIsLookedAtBeforeItIsWritten() {
    press(this::compose);
    truth.set("second");
    var group = PageGroup.<String>of(key, List.of(), (reading, stored) -> Map.of(key, compose()));
    assertThat(run(press).press(List.of(group)).orThrow())
        .singleElement()
        .isInstanceOf(PageResult.Written.class);
    assertThat(stored()).isEqualTo("second");
  }

  @Test
  void aNewPageIsThereBeforeAPageThatLinksToIt() {
    var target = "target-" + key;
    var there = new ArrayList<Boolean>();
    var through =
        onPut(put -> {
          if (put.equals(key)) {
            there.add(pages.head(target).isPresent());
          }
        });
    assertThat(new PressRun<>(through, truth::get).press(groups(target), groups(key)).orThrow())
        .hasSize(2);
    assertThat(there).containsExactly(true);
  }

  /// Each write waits until the other has begun.
  @Test
  void pagesThatLinkOnlyToPagesThatAreThereAreWrittenWithThem() {
    var target = "target-" + key;
    new PressRun<>(press, truth::get).press(groups(target), groups(key)).orThrow();
    truth.set("second");
    var both = new CyclicBarrier(2);
    var through =
        onPut(put -> {
          try {
            both.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("written one after another", e);
          }
        });
    assertThat(new PressRun<>(through, truth::get).press(groups(target), groups(key)).orThrow())
        .hasSize(2)
        .allMatch(PageResult.Written.class::isInstance);
  }

  private List<PageGroup<String>> groups(String path) {
    return List.of(PageGroup.of(path, List.of(path), (reading, stored) -> Map.of(path, compose())));
  }

  /// Does something with the key before each object is written.
  private static Press onPut(Consumer<String> before) {
    var interceptor =
        new ExecutionInterceptor() {
          @Override
          public void beforeExecution(
              Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (context.request() instanceof PutObjectRequest put) {
              before.accept(put.key());
            }
          }
        };
    return new Press(Bucket.of(SERVICES.aws().s3(interceptor), "pages"), InstantSource.system());
  }

  @Test
  void aFailingGroupDoesNotStopOthers() {
    var broken =
        PageGroup.<String>of(
            "broken",
            List.of(key + "x"),
            (reading, stored) -> {
              throw new IllegalStateException("poison");
            });
    var whole =
        PageGroup.<String>of(key, List.of(key), (reading, stored) -> Map.of(key, compose()));
    var result = run(press).press(List.of(broken, whole));
    assertThat(result.failures()).extracting(PressRun.Failure::group).containsExactly("broken");
    assertThat(stored()).isEqualTo("first");
  }

  /// A slow writer: `meanwhile` happens after its first reading of the truth.
  private Supplier<Page> afterFirstRead(Runnable meanwhile) {
    var reads = new AtomicInteger();
    return () -> {
      var page = compose();
      if (reads.getAndIncrement() == 0) {
        meanwhile.run();
      }
      return page;
    };
  }

  private PageResult press(Supplier<Page> composer) {
    return press(press, composer);
  }

  private PageResult press(Press through, Supplier<Page> composer) {
    return run(through).press(List.of(group(composer))).orThrow().getFirst();
  }

  private PageResult pressNew(Supplier<Page> composer) {
    return run(press).pressNew(group(composer), "", Instant.now()).orThrow().getFirst();
  }

  private PageGroup<String> group(Supplier<Page> composer) {
    return PageGroup.of(key, List.of(key), (reading, stored) -> Map.of(key, composer.get()));
  }

  private PressRun<String> run(Press through) {
    return new PressRun<>(through, () -> "");
  }

  /// A press gives up after being overtaken eight times; its caller, a stream or a schedule, tries
  /// again.
  private PageResult pressUntilDone(Supplier<Page> composer) {
    while (true) {
      try {
        return press(composer);
      } catch (IllegalStateException e) {
        assertThat(e).hasMessageContaining("was written by others");
      }
    }
  }

  private Page compose() {
    var now = truth.get();
    return now.isEmpty() ? new Page.Gone() : Page.Present.html(bytes(now));
  }

  private String stored() {
    return s3.getObjectAsBytes(r -> r.bucket("pages").key(key)).asUtf8String();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
