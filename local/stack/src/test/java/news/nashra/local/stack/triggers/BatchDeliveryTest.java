package news.nashra.local.stack.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.nashra.core.http.Json;
import news.nashra.local.stack.runtime.LambdaFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Records are called by letters, which are their sequence numbers and keys.
class BatchDeliveryTest {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(1);

  @TempDir Path directory;

  @Test
  void aBatchThatSucceedsIsHandedOverOnce() {
    var function = RecordingFunction.silent("Press");
    deliver("abc", function, 3, true, true);
    assertThat(batches(function)).containsExactly("abc");
    assertThat(givenUp()).isEmpty();
  }

  @Test
  void aBatchThatFailsIsHandedOverAgainWholeUntilTheRetriesAreUsedUp() {
    var function = RecordingFunction.failing("Press");
    deliver("abc", function, 2, false, true);
    assertThat(batches(function)).containsExactly("abc", "abc", "abc");
    assertThat(givenUp()).containsExactly("Press abc");
  }

  @Test
  void withoutRetriesAFailedBatchIsGivenUpAtOnce() {
    var function = RecordingFunction.failing("Press");
    deliver("ab", function, 0, false, true);
    assertThat(batches(function)).containsExactly("ab");
    assertThat(givenUp()).containsExactly("Press ab");
  }

  @Test
  void aRetryMaySucceed() {
    var failures = new ArrayList<>(List.of("first", "second"));
    var function =
        new RecordingFunction(
            "Press",
            event -> {
              if (!failures.isEmpty()) {
                throw new LambdaFunction.Failed(failures.removeFirst(), null);
              }
              return "";
            });
    deliver("ab", function, 2, false, true);
    assertThat(batches(function)).containsExactly("ab", "ab", "ab");
    assertThat(givenUp()).isEmpty();
  }

  @Test
  void bisectingFindsTheRecordThatFailsAndIsNoRetry() {
    var function = poisonedBy("c");
    deliver("abcdef", function, 1, true, false);
    assertThat(batches(function))
        .containsExactly(
            "abcdef", // fails and is split
            "abc", // likewise
            "a", "bc", "b", "c", // c alone: now the one retry
            "c", "def");
    assertThat(givenUp()).containsExactly("Press c");
  }

  @Test
  void theHalvesStayInOrder() {
    var function = poisonedBy("a");
    deliver("abcd", function, 0, true, false);
    assertThat(batches(function)).containsExactly("abcd", "ab", "a", "b", "cd");
    assertThat(givenUp()).containsExactly("Press a");
  }

  @Test
  void afterAPartialFailureOnlyTheRestIsHandedOverAgain() {
    var function = reporting("c", "e");
    deliver("abcde", function, 1, false, true);
    assertThat(batches(function)).containsExactly("abcde", "cde");
    assertThat(givenUp()).containsExactly("Press cde");
  }

  @Test
  void theEarliestOfTheReportedRecordsCounts() {
    var function = reporting("d", "b");
    deliver("abcd", function, 1, false, true);
    assertThat(batches(function)).containsExactly("abcd", "bcd");
  }

  @Test
  void aPartialFailureIsSplitAtTheReportedRecord() {
    var function = reporting("c");
    deliver("abcd", function, 2, true, true);
    assertThat(batches(function))
        .containsExactly("abcd", "cd", "c", "c", "d"); // from c on, then split like a failure
    assertThat(givenUp()).containsExactly("Press c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"batchItemFailures\": [{\"itemIdentifier\": \"z\"}]}",
        "{\"batchItemFailures\": [{\"itemIdentifier\": \"\"}]}",
        "{\"batchItemFailures\": [{\"itemIdentifier\": null}]}",
        "{\"batchItemFailures\": [{\"bad\": \"a\"}]}",
        "no JSON",
      })
  void aReportThatNamesNoRecordFailsTheBatch(String report) {
    var function = new RecordingFunction("Press", event -> report);
    deliver("ab", function, 1, false, true);
    assertThat(batches(function)).containsExactly("ab", "ab");
    assertThat(givenUp()).containsExactly("Press ab");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"batchItemFailures\": []}", "{\"batchItemFailures\": null}", "{}", "null"})
  void anEmptyReportIsASuccess(String report) {
    var function = new RecordingFunction("Press", event -> report);
    deliver("ab", function, 1, false, true);
    assertThat(batches(function)).containsExactly("ab");
    assertThat(givenUp()).isEmpty();
  }

  @Test
  void aReportIsIgnoredUnlessTheTemplateAsksForIt() {
    var function = reporting("a");
    deliver("ab", function, 1, false, false);
    assertThat(batches(function)).containsExactly("ab");
    assertThat(givenUp()).isEmpty();
  }

  @Test
  void whatIsClosedHandsOverNothing() {
    var function = RecordingFunction.silent("Press");
    var delivery = delivery(function, 1, false, false);
    delivery.close();
    delivery.deliver(records("ab"));
    assertThat(function.events()).isEmpty();
    assertThat(givenUp()).isEmpty();
  }

  /// Fails for each batch that has the record.
  private static RecordingFunction poisonedBy(String record) {
    return new RecordingFunction(
        "Press",
        event -> {
          if (letters(event).contains(record)) {
            throw new LambdaFunction.Failed("poisoned by " + record, null);
          }
          return "";
        });
  }

  /// Reports those of the records that are in the batch.
  private static RecordingFunction reporting(String... records) {
    return new RecordingFunction(
        "Press",
        event ->
            Json.write(
                Map.of(
                    "batchItemFailures",
                    Stream.of(records)
                        .filter(letters(event)::contains)
                        .map(record -> Map.of("itemIdentifier", record))
                        .toList())));
  }

  private void deliver(
      String records, LambdaFunction function, int retries, boolean bisect, boolean reports) {
    delivery(function, retries, bisect, reports).deliver(records(records));
  }

  private BatchDelivery delivery(
      LambdaFunction function, int retries, boolean bisect, boolean reports) {
    var source =
        new EventSourceMapping(
            "Press.Heads",
            "Articles",
            function,
            10,
            Duration.ZERO,
            retries,
            1,
            bisect,
            reports,
            true,
            List.of());
    return new BatchDelivery(source, failures(), FIRST_PAUSE);
  }

  private static List<JsonNode> records(String letters) {
    return letters
        .chars()
        .mapToObj(letter ->
            "{'dynamodb': {'SequenceNumber': '%1$c', 'Keys': {'pk': {'S': '%1$c'}}}}"
                .formatted(letter))
        .map(text -> Json.read(text.replace('\'', '"')))
        .toList();
  }

  private static List<String> batches(RecordingFunction function) {
    return function.events().stream().map(BatchDeliveryTest::letters).toList();
  }

  private static String letters(JsonNode event) {
    var letters = new StringBuilder();
    event.path("Records").forEach(r -> letters.append(r.at("/dynamodb/SequenceNumber").asText()));
    return letters.toString();
  }

  private Path failures() {
    return directory.resolve("failures.jsonl");
  }

  /// The lines of the failure file, as the name of the function and the letters.
  private List<String> givenUp() {
    try {
      return Files.exists(failures())
          ? Files.readAllLines(failures()).stream().map(BatchDeliveryTest::givenUp).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String givenUp(String line) {
    var failure = Json.read(line);
    var letters = new StringBuilder(failure.path("function").asText() + " ");
    failure.path("records").forEach(keys -> letters.append(keys.at("/pk/S").asText()));
    return letters.toString();
  }
}
