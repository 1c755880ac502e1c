package news.nashra.comments.delivery;

import static news.nashra.comments.CommentsTable.ARTICLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentItems;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.CommentsTable;
import news.nashra.comments.Reference;
import news.nashra.comments.mail.Outbox;
import news.nashra.comments.moderation.ModerateComments;
import news.nashra.comments.proof.Challenges;
import news.nashra.comments.proof.Solver;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.site.Site;
import news.nashra.testing.HttpAnswer;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.Invocation;
import news.nashra.testing.MovableClock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A newspaper with mail: readers, moderators, and what lies in the queue and in mailboxes.
final class MailDesk {
  static final String READER = "reader@example.com";
  private static final Pattern LINK = Pattern.compile("https://x\\.example/\\S+");

  final MovableClock clock = new MovableClock(CommentsTable.NOW);
  final List<String> queue = new ArrayList<>();
  final List<Letter> sent = new ArrayList<>();

  /// What the queue refuses.
  final Set<String> refused = new HashSet<>();

  /// Whether the service takes the mails.
  boolean accepting = true;

  /// Called before a mail is accepted.
  Runnable beforeSending = () -> {};

  final Table table;
  private final DynamoDbClient dynamoDb;
  private final Site site = CommentsTable.SITE.withMail();
  private CommentKeys keys = CommentsTable.KEYS;

  MailDesk(DynamoDbClient dynamoDb) {
    this.dynamoDb = dynamoDb;
    this.table = CommentsTable.with(dynamoDb);
  }

  /// Rotates the key of the newsroom.
  void rotate(CommentKeys next) {
    keys = next;
  }

  /// A comment whose writer asks for mail; its reference.
  Comment comment(String email, String ip, Map<String, ?> more) {
    var fields = new HashMap<String, Object>();
    fields.put("name", "قارئة");
    fields.put("email", email);
    fields.put("title", "رأي");
    fields.put("body", "تعليق " + System.nanoTime());
    fields.put("termsAccepted", true);
    fields.put("notify", true);
    fields.putAll(more);
    var challenge = new Challenges(() -> keys, clock).issue(ARTICLE, 100);
    fields.put("altcha", Solver.payload(Solver.solve(challenge)));
    var answer =
        HttpEvent.of("POST /api/articles/{id}/comments")
            .path("id", ARTICLE)
            .header("cloudfront-viewer-address", ip + ":1234")
            .header("x-nashra-origin-key", CommentsTable.ORIGIN_KEY)
            .json(fields)
            .sendTo(CommentsTable.submission(site, table, () -> keys, 100, clock))
            .expect(202);
    var reference = Reference.read(answer.json().path("reference").asText(), keys).orElseThrow();
    return stored(reference.commentId());
  }

  Comment comment() {
    return comment(READER, "198.51.100.1", Map.of());
  }

  Comment stored(String id) {
    return CommentItems.find(table, ARTICLE, id).orElseThrow();
  }

  RequestStreamHandler moderation() {
    return new ModerateComments(site, table, () -> keys, 100, clock);
  }

  void decide(Comment comment, String decision) {
    var one = Map.of("articleId", ARTICLE, "commentId", comment.id(), "decision", decision);
    HttpEvent.of("POST /api/comments/decisions")
        .as("moderators")
        .json(Map.of("decisions", List.of(one)))
        .sendTo(moderation())
        .expect(200);
  }

  /// Writes, edits or withdraws a reply.
  void reply(String method, Comment comment, String body) {
    var fields = new HashMap<String, Object>();
    fields.put("articleId", ARTICLE);
    fields.put("commentId", comment.id());
    if (!method.equals("DELETE")) {
      fields.put("body", body);
    }
    if (!method.equals("POST")) {
      fields.put("revision", stored(comment.id()).revision());
    }
    var answer =
        HttpEvent.of(method + " /api/comments/replies")
            .as("moderators")
            .json(fields)
            .sendTo(moderation());
    assertThat(answer.status()).isIn(200, 201);
  }

  /// Follows a link of a mail.
  HttpAnswer follow(String method, String link) {
    var path = link.replaceAll("https://x\\.example|\\?.*", "");
    return HttpEvent.of(method + " " + path)
        .query("token", link.replaceAll(".*token=", ""))
        .body("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click")
        .sendTo(CommentsTable.submission(site, table, () -> keys, 100, clock));
  }

  /// A reader who has confirmed their address.
  void confirmed(String email, String ip) {
    comment(email, ip, Map.of());
    deliver();
    follow("POST", link(sent.getLast(), "confirm")).expect(200);
    sent.clear();
  }

  /// What the minute's clock does, and then the queue.
  void deliver() {
    minute();
    handOver();
  }

  JsonNode minute() {
    return Invocation.of(function(), Map.of("source", "aws.scheduler"));
  }

  /// The queue hands over what it has; what fails stays in it.
  void handOver() {
    var messages = List.copyOf(queue);
    queue.clear();
    for (var id : messages) {
      if (!failures(id).isEmpty()) {
        queue.add(id);
      }
    }
  }

  /// What the function reports of a message.
  JsonNode failures(String id) {
    var record = Map.of("messageId", "m1", "body", Json.write(Map.of("mail", id)));
    return Invocation.of(function(), Map.of("Records", List.of(record))).path("batchItemFailures");
  }

  private SendMail function() {
    return new SendMail(
        new Outbox(table, clock),
        ids -> {
          ids.stream().filter(id -> !refused.contains(id)).forEach(queue::add);
          return Set.copyOf(refused);
        },
        new LetterWriter(site, table, () -> keys, clock),
        letter -> {
          beforeSending.run();
          sent.add(letter);
          return accepting;
        });
  }

  /// The link in a mail whose path has `word`.
  static String link(Letter letter, String word) {
    return LINK.matcher(letter.text())
        .results()
        .map(found -> found.group())
        .filter(link -> link.contains("/" + word))
        .findFirst()
        .orElseThrow(() -> new AssertionError(letter));
  }

  /// What the table has whose partition begins with `prefix`.
  List<Item> items(String prefix) {
    return CommentsTable.scan(dynamoDb).stream()
        .filter(item -> item.pk().startsWith(prefix))
        .toList();
  }
}
