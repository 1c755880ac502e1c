package news.nashra.core.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Bucket;
import news.nashra.local.aws.CountedCalls;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

/// The articles of a day are looked at together, and none of them sees the pages of another.
class FolderListingTest {
  @RegisterExtension static final LocalServices SERVICES = LocalServices.with().bucket("pages");

  private final CountedCalls calls = new CountedCalls(SERVICES.aws());
  private final Press press = new Press(Bucket.of(calls.s3(), "pages"), InstantSource.system());

  @Test
  void severalFoldersOfADayTakeOneCall() {
    var day = "2026/02/23/";
    put(day + "index.html", day + "other/index.html", day + "story-2/comments/9/index.html");
    assertThat(new PressRun<>(press, () -> "").press(stories(day, 5)).orThrow())
        .containsOnlyOnce(new PageResult.Removed(day + "story-2/comments/9/index.html"))
        .hasSize(6);
    assertThat(calls.names()).containsOnlyOnce("ListObjectsV2").doesNotContain("HeadObject");
    assertThat(press.list(day))
        .hasSize(7)
        .containsKeys(day + "index.html", day + "other/index.html");
    calls.clear();
    assertThat(new PressRun<>(press, () -> "").press(stories(day, 5)).orThrow())
        .hasSize(5)
        .allMatch(PageResult.Unchanged.class::isInstance);
  }

  @Test
  void foldersOfSeveralDaysAreFoundInTheirOwn() {
    var groups = new ArrayList<>(stories("2026/03/01/", 4));
    groups.addAll(stories("2026/03/02/", 3));
    assertThat(new PressRun<>(press, () -> "").press(groups).orThrow()).hasSize(7);
    assertThat(Collections.frequency(calls.names(), "ListObjectsV2")).isEqualTo(1 + 3);
  }

  @Test
  void aDayWithAThousandOtherPagesIsListedFolderByFolder() {
    var day = "2026/04/01/";
    crowd(day);
    put(day + "story-3/comments/9/index.html");
    assertThat(new PressRun<>(press, () -> "").press(stories(day, 4)).orThrow())
        .contains(new PageResult.Removed(day + "story-3/comments/9/index.html"))
        .hasSize(5);
    assertThat(Collections.frequency(calls.names(), "ListObjectsV2")).isEqualTo(1 + 4);
  }

  @Test
  void aFolderThatCannotBeListedFailsAlone() {
    var day = "2026/05/01/";
    crowd(day);
    var broken = day + "story-2/";
    var failing =
        new ExecutionInterceptor() {
          @Override
          public void beforeExecution(
              Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (context.request() instanceof ListObjectsV2Request list
                && broken.equals(list.prefix())) {
              throw SdkClientException.create("no listing");
            }
          }
        };
    var through = Bucket.of(SERVICES.aws().s3(failing), "pages");
    var result =
        new PressRun<>(new Press(through, InstantSource.system()), () -> "").press(stories(day, 4));
    assertThat(result.failures()).extracting(PressRun.Failure::group).containsExactly(broken);
    assertThat(result.pages()).hasSize(3).allMatch(PageResult.Written.class::isInstance);
  }

  /// So many other pages that a listing of the day is not worth it.
  private static void crowd(String day) {
    var puts = new ArrayList<Callable<Boolean>>();
    IntStream.rangeClosed(1, 1001)
        .forEach(i -> puts.add(() -> put(day + "a-" + i + "/index.html").isEmpty()));
    Parallel.all(puts);
  }

  /// Groups with one page each, which delete what else they find in their folders.
  private static List<PageGroup<String>> stories(String day, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(n -> story(day + "story-" + n + "/")).toList();
  }

  private static PageGroup<String> story(String folder) {
    return new PageGroup<>(
        folder,
        List.of(),
        List.of(folder),
        (reading, stored) -> {
          var pages = new HashMap<String, Page>();
          stored.keySet().forEach(key -> pages.put(key, new Page.Gone()));
          pages.put(
              folder + "index.html", Page.Present.html(folder.getBytes(StandardCharsets.UTF_8)));
          return pages;
        });
  }

  private static Map<String, String> put(String... keys) {
    for (var key : keys) {
      SERVICES.s3().putObject(r -> r.bucket("pages").key(key), RequestBody.fromString(key));
    }
    return Map.of();
  }
}
