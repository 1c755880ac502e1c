package news.nashra.comments.moderation;

import static news.nashra.comments.CommentsTable.ARTICLE;
import static news.nashra.comments.CommentsTable.KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentItems;
import news.nashra.comments.CommentsTable;
import news.nashra.comments.Decision;
import news.nashra.comments.ShownComments;
import news.nashra.comments.ShownReply;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.testing.CaseFile;
import news.nashra.testing.HttpAnswer;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.LocalServices;
import news.nashra.testing.MovableClock;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The newspaper's replies, from the request to what pages show.
@NullUnmarked
class RepliesTest {
  @RegisterExtension static final LocalServices SERVICES = CommentsTable.services();

  private static final Instant START = CommentsTable.NOW;

  private final MovableClock clock = new MovableClock(START);
  private Table table;
  private ModerateComments function;
  private Comment comment;

  @BeforeEach
  void start() {
    table = CommentsTable.with(SERVICES.dynamoDb());
    function = new ModerateComments(CommentsTable.SITE, table, () -> KEYS, 100, clock);
    comment = CommentsTable.sentAt(START.minusSeconds(60));
    CommentsTable.put(table, comment);
  }

  @Test
  void aReplyIsShownUnderItsCommentWithoutItsWritersName() {
    decide(Decision.APPROVE);
    var answer = send("POST", "salma", Map.of("body", " سنسأل الوزارة.\nشكرا ")).expect(201);
    assertThat(answer.json())
        .isEqualTo(
            Json.read(
                """
                {"articleId": "%s", "commentId": "%s", "revision": 3,
                 "reply": {"at": "2026-02-23T08:00:00.000Z", "by": "salma", "body": "سنسأل الوزارة.\\nشكرا"},
                 "replyHistory": [{"at": "2026-02-23T08:00:00.000Z", "by": "salma", "body": "سنسأل الوزارة.\\nشكرا"}]}
                """
                    .formatted(ARTICLE, comment.id())));
    assertThat(shown()).contains(new ShownReply("سنسأل الوزارة.\nشكرا", START, Optional.empty()));
    var item = table.get(List.of(ShownComments.key(ARTICLE, comment.id()))).getFirst();
    assertThat(item.toString()).doesNotContain("salma");
  }

  @Test
  void anEditKeepsEveryVersionAndTheInstantOfTheFirst() {
    decide(Decision.APPROVE);
    reply("POST", "salma", "one", 0).expect(201);
    clock.move(Duration.ofMinutes(5));
    var edited = reply("PUT", "omar", "two", 3).expect(200).json();
    assertThat(edited.path("replyHistory").findValuesAsText("by")).containsExactly("salma", "omar");
    assertThat(edited.path("replyHistory").findValuesAsText("body")).containsExactly("one", "two");
    assertThat(shown())
        .contains(new ShownReply("two", START, Optional.of(START.plus(Duration.ofMinutes(5)))));
  }

  @Test
  void aWithdrawnReplyIsGoneFromThePageAndStaysInTheRecord() {
    decide(Decision.APPROVE);
    reply("POST", "salma", "one", 0).expect(201);
    var withdrawn = reply("DELETE", "omar", "", 3).expect(200).json();
    assertThat(withdrawn.has("reply")).isFalse();
    assertThat(withdrawn.path("replyHistory").findValuesAsText("by"))
        .containsExactly("salma", "omar");
    assertThat(withdrawn.path("replyHistory").findValuesAsText("body")).containsExactly("one");
    assertThat(shown()).isEmpty();
    assertThat(shownComments()).isEqualTo(1);
    clock.move(Duration.ofMinutes(1));
    reply("POST", "salma", "again", 0).expect(201);
    assertThat(shown()).contains(new ShownReply("again", START.plusSeconds(60), Optional.empty()));
  }

  @Test
  void aRepeatedRequestChangesNothing() {
    decide(Decision.APPROVE);
    var first = reply("POST", "salma", "one", 0).expect(201).json();
    assertThat(reply("POST", "salma", "one", 0).expect(200).json()).isEqualTo(first);
    var edited = reply("PUT", "salma", "two", 3).expect(200).json();
    assertThat(reply("PUT", "salma", "two", 3).expect(200).json()).isEqualTo(edited);
    var withdrawn = reply("DELETE", "salma", "", 4).expect(200).json();
    assertThat(reply("DELETE", "salma", "", 4).expect(200).json()).isEqualTo(withdrawn);
  }

  @Test
  void onlyAShownCommentCanBeRepliedTo() {
    reply("POST", "salma", "one", 0).expect(409);
    decide(Decision.REJECT);
    reply("POST", "salma", "one", 0).expect(409);
    assertThat(current().replies().versions()).isEmpty();
  }

  @Test
  void aReplyGoesAndComesBackWithItsComment() {
    decide(Decision.APPROVE);
    reply("POST", "salma", "one", 0).expect(201);
    decide(Decision.REJECT);
    assertThat(shownComments()).isZero();
    reply("PUT", "salma", "two", 4).expect(409);
    decide(Decision.APPROVE);
    assertThat(shown()).map(ShownReply::body).contains("one");
    decide(Decision.REJECT);
    reply("DELETE", "salma", "", 6).expect(200);
    decide(Decision.APPROVE);
    assertThat(shown()).isEmpty();
  }

  @Test
  void anErasureTakesTheReplyToo() {
    decide(Decision.APPROVE);
    reply("POST", "salma", "a reply that is erased", 0).expect(201);
    new Erasure(table, () -> KEYS, clock).erase(comment.author().email(), "m");
    assertThat(table.partition("ARTICLE#" + ARTICLE)).extracting("sk").containsExactly("THREAD");
    assertThat(shownComments()).isZero();
    assertThat(table.partition(ErasureTrace.PARTITION).toString())
        .doesNotContain("a reply that is erased");
    reply("POST", "salma", "one", 0).expect(404);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, 0, 409",
    "PUT, 2, 412",
    "PUT, 4, 412",
    "PUT, 3, 200",
    "DELETE, 2, 412",
    "DELETE, 3, 200"
  })
  void aChangeNeedsTheRevisionThatIsThere(String method, long revision, int status) {
    decide(Decision.APPROVE);
    reply("POST", "salma", "one", 0).expect(201);
    reply(method, "omar", "other", revision).expect(status);
  }

  @Test
  void aReplyThatWasNeverGivenCannotBeChanged() {
    decide(Decision.APPROVE);
    reply("PUT", "salma", "one", 2).expect(404);
    reply("DELETE", "salma", "", 2).expect(404);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aMalformedRequestNamesEachFault(String method, String body, String fields) {
    var answer =
        HttpEvent.of(method + " /api/comments/replies").as("editors").json(body).sendTo(function);
    var named = answer.expect(422).wrongFields();
    assertThat(named).containsExactlyInAnyOrder(fields.split(" "));
  }

  private static Stream<Arguments> refused() {
    return CaseFile.read("replies-refused.txt", 3);
  }

  @Test
  void editorsAndModeratorsReply() {
    for (var method : List.of("POST", "PUT", "DELETE")) {
      var event = HttpEvent.of(method + " /api/comments/replies").json("{}");
      event.as("readers").sendTo(function).expect(403);
      event.as("editors").sendTo(function).expect(422);
      event.as("moderators").sendTo(function).expect(422);
    }
    HttpEvent.of("GET /api/comments").as("editors").sendTo(function).expect(403);
  }

  /// A decision and a reply at once: whichever comes first, the reply is shown only if the comment
  /// is, and an acknowledged one is in the record.
  @RepeatedTest(5)
  void aReplyThatRacesWithDecisionsIsNeverShownAlone() throws Exception {
    decide(Decision.APPROVE);
    try (var all = Executors.newFixedThreadPool(8)) {
      var answers =
          all.invokeAll(
              IntStream.range(0, 8)
                  .<Callable<Integer>>mapToObj(i ->
                      () ->
                          i % 2 == 0
                              ? reply("POST", "e" + i, "reply " + i, 0).status()
                              : decide(i % 4 == 1 ? Decision.REJECT : Decision.APPROVE))
                  .toList());
      int created = 0;
      for (var answer : answers) {
        created += answer.get() == 201 ? 1 : 0;
      }
      var now = current();
      assertThat(created).isLessThanOrEqualTo(1).isEqualTo(now.replies().versions().size());
      boolean approved = now.status() == Comment.Status.APPROVED;
      assertThat(shownComments()).isEqualTo(approved ? 1 : 0);
      assertThat(shown().isPresent()).isEqualTo(approved && created == 1);
    }
  }

  private HttpAnswer reply(String method, String by, String body, long revision) {
    var fields = new HashMap<String, Object>();
    if (!body.isEmpty() && !method.equals("DELETE")) {
      fields.put("body", body);
    }
    if (!method.equals("POST")) {
      fields.put("revision", revision);
    }
    return send(method, by, fields);
  }

  private HttpAnswer send(String method, String by, Map<String, Object> fields) {
    var all = new HashMap<>(fields);
    all.put("articleId", ARTICLE);
    all.put("commentId", comment.id());
    return HttpEvent.of(method + " /api/comments/replies")
        .as("editors", by)
        .json(all)
        .sendTo(function);
  }

  private int decide(Decision decision) {
    var request =
        new Moderation.Request(ARTICLE, comment.id(), decision, Optional.empty(), Optional.empty());
    new Moderation(table, clock).decide(List.of(request), "moderator");
    return 0;
  }

  private Comment current() {
    return CommentItems.find(table, ARTICLE, comment.id()).orElseThrow();
  }

  private Optional<ShownReply> shown() {
    return ShownComments.list(table, ARTICLE).stream().flatMap(c -> c.reply().stream()).findAny();
  }

  private int shownComments() {
    return ShownComments.list(table, ARTICLE).size();
  }
}
