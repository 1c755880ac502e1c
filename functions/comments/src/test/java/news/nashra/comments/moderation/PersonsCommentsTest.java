package news.nashra.comments.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentItems;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.CommentThread;
import news.nashra.comments.CommentsTable;
import news.nashra.comments.Person;
import news.nashra.comments.Threads;
import news.nashra.core.KeyedHash;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;
import news.nashra.core.http.Json;
import news.nashra.local.aws.CountedCalls;
import news.nashra.testing.HttpAnswer;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.LocalServices;
import news.nashra.testing.MovableClock;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What one person wrote, and the article of each comment in the lists.
@NullUnmarked
class PersonsCommentsTest {
  @RegisterExtension static final LocalServices SERVICES = CommentsTable.services();

  private static final String OTHER_ARTICLE = "01KJ4Z6V8G0000000000000002";
  private static final KeyedHash OLD = new KeyedHash("an older key of the tests, long enough");
  private static final CommentKeys KEYS = CommentKeys.of(CommentsTable.HASH, OLD);

  private final MovableClock clock = new MovableClock(CommentsTable.NOW.plusSeconds(3600));
  private CountedCalls calls;
  private Table table;
  private ModerateComments function;

  @BeforeEach
  void start() {
    calls = new CountedCalls(SERVICES.aws());
    table = CommentsTable.with(calls.dynamoDb());
    function = new ModerateComments(CommentsTable.SITE, table, () -> KEYS, 100, clock);
  }

  @Test
  void aPersonsCommentsOnAllArticlesAreListedNewestFirst() {
    var ids = new ArrayList<String>();
    for (int i = 0; i < 7; i++) {
      var article = i % 2 == 0 ? CommentsTable.ARTICLE : OTHER_ARTICLE;
      var status = Comment.Status.values()[i % 3];
      ids.addFirst(put(i, article, "reader@example.com", status, i < 4 ? OLD : CommentsTable.HASH));
    }
    put(8, CommentsTable.ARTICLE, "someone.else@example.com", Comment.Status.PENDING, OLD);
    var found = new ArrayList<String>();
    var request =
        HttpEvent.of("GET /api/comments")
            .as("moderators")
            .query("article", OTHER_ARTICLE)
            .query("person", ids.get(1))
            .query("limit", "3");
    int pages = 0;
    JsonNode page;
    do {
      page = request.sendTo(function).expect(200).json();
      found.addAll(page.path("items").findValuesAsText("commentId"));
      request.query("cursor", page.path("next").asText());
      pages++;
    } while (page.has("next"));
    assertThat(found).isEqualTo(ids);
    assertThat(pages).isEqualTo(3);
  }

  @Test
  void aPageOfTheQueueReadsItsArticlesAtOnce() {
    thread(OTHER_ARTICLE, "/2026/03/02/y/", true);
    for (int i = 0; i < 6; i++) {
      var article = i % 2 == 0 ? CommentsTable.ARTICLE : OTHER_ARTICLE;
      put(i, article, "reader@example.com", Comment.Status.PENDING, CommentsTable.HASH);
    }
    calls.clear();
    var items = list(Map.of()).expect(200).json().path("items");
    assertThat(items.get(0).path("article"))
        .isEqualTo(Json.read("{\"headline\": \"عنوان\", \"url\": \"/2026/03/01/x/\"}"));
    assertThat(items.get(1).path("article"))
        .as("a withdrawn article")
        .isEqualTo(Json.read("{\"headline\": \"خبر آخر\"}"));
    assertThat(calls.count("BatchGetItem")).as("the comments, and their articles").isEqualTo(2);
    assertThat(calls.count("GetItem")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "person=01KJ4Z6V8G0000000000000009, 422",
    "person=x&article=01KJ4Z6V8G0000000000000001, 422",
    "person=01KJ4Z6V8G0000000000000009&article=x, 422",
    "person=01KJ4Z6V8G0000000000000009&article=01KJ4Z6V8G0000000000000001&status=pending, 422",
    "person=01KJ4Z6V8G0000000000000009&article=01KJ4Z6V8G0000000000000001&flag=links, 422",
    "person=01KJ4Z6V8G0000000000000009&article=01KJ4Z6V8G0000000000000001, 404"
  })
  void theCommentMustBeNamedWithItsArticle(String query, int status) {
    var parameters = new LinkedHashMap<String, String>();
    for (var pair : query.split("&")) {
      parameters.put(pair.split("=")[0], pair.split("=")[1]);
    }
    list(parameters).expect(status);
  }

  private HttpAnswer list(Map<String, String> parameters) {
    var request = HttpEvent.of("GET /api/comments").as("moderators");
    parameters.forEach(request::query);
    return request.sendTo(function);
  }

  private String put(
      int second, String article, String email, Comment.Status status, KeyedHash key) {
    var sent = CommentsTable.sentAt(CommentsTable.NOW.plusSeconds(second));
    var comment =
        new Comment(
            article,
            sent.id(),
            new Comment.Author("قارئة", email, Person.key(email, key)),
            sent.text(),
            sent.submission(),
            status,
            Comment.Review.of(List.of()));
    table.put(CommentItems.item(comment));
    return comment.id();
  }

  private void thread(String article, String path, boolean withdrawn) {
    var transaction = new Transaction();
    var none = Optional.<Instant>empty();
    Threads.write(
        new CommentThread(article, path, "خبر آخر", false, withdrawn, none, none),
        table,
        transaction);
    table.commit(transaction);
  }
}
