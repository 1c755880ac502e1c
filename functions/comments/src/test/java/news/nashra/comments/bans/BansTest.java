package news.nashra.comments.bans;

import static news.nashra.comments.CommentsTable.ARTICLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentItems;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.CommentsTable;
import news.nashra.comments.Flag;
import news.nashra.comments.Person;
import news.nashra.comments.Reference;
import news.nashra.comments.moderation.Erasure;
import news.nashra.comments.moderation.ModerateComments;
import news.nashra.comments.proof.Solver;
import news.nashra.comments.submit.ClientAddresses;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.testing.CaseFile;
import news.nashra.testing.HttpAnswer;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.LocalServices;
import news.nashra.testing.MovableClock;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Bans, from the moderator's request to what becomes of a reader's comment.
@NullUnmarked
class BansTest {
  @RegisterExtension static final LocalServices SERVICES = CommentsTable.services();

  private static final String OLD = "old0old0old0old0old0old0old0old0old0old0";
  private static final String NEW = "new1new1new1new1new1new1new1new1new1new1";
  private static final String TROLL = "Troll@Example.com";
  private static final String READER = "reader@example.com";
  private static final String HOME = "198.51.100.7";
  private static final String ELSEWHERE = "203.0.113.9";

  private final MovableClock clock = new MovableClock(CommentsTable.NOW);
  private Table table;
  private String secret;
  private int sent;

  @BeforeEach
  void start() {
    table = CommentsTable.with(SERVICES.dynamoDb());
    secret = OLD;
  }

  /// Who is banned by the first comment of `TROLL` from `HOME`, and whose comment then is rejected.
  @ParameterizedTest
  @CsvSource({
    "person, troll@example.com, 203.0.113.9, rejected",
    "person, TROLL@EXAMPLE.COM, 198.51.100.7, rejected",
    "person, reader@example.com, 198.51.100.7, pending",
    "address, reader@example.com, 198.51.100.7, rejected",
    "address, troll@example.com, 203.0.113.9, pending",
    "address, troll@example.com, 198.51.100.8, pending"
  })
  void aBanRejectsWhoItNames(String by, String email, String address, String status) {
    ban(by, send(TROLL, HOME)).expect(201);
    assertThat(stored(send(email, address)).status().word()).isEqualTo(status);
  }

  @Test
  void theSenderCannotTell() {
    var ordinary = answer(READER, ELSEWHERE).expect(202);
    ban("person", send(TROLL, HOME)).expect(201);
    var banned = answer(TROLL, ELSEWHERE).expect(202);
    assertThat(banned.json().properties().stream().map(Map.Entry::getKey))
        .containsExactlyElementsOf(
            ordinary.json().properties().stream().map(Map.Entry::getKey).toList());
    assertThat(banned.json().path("status").asText()).isEqualTo("pending");
    var reference = banned.json().path("reference").asText();
    assertThat(status(reference)).isEqualTo("pending");
    clock.move(Comment.SCREENING_SECRET_FOR);
    assertThat(status(reference)).isEqualTo("declined");
  }

  @Test
  void moderatorsSeeWhyItWasRejected() {
    ban("address", send(TROLL, HOME)).expect(201);
    var id = send(READER, HOME);
    var rejected =
        HttpEvent.of("GET /api/comments")
            .as("moderators")
            .query("status", "rejected")
            .query("flag", "banned-sender")
            .sendTo(moderation())
            .json();
    assertThat(rejected.at("/items/0/commentId").asText()).isEqualTo(id);
    assertThat(rejected.at("/items/0/flags/0"))
        .isEqualTo(
            Json.read("{\"rule\": \"banned-sender\", \"field\": \"\", \"matched\": \"address\"}"));
  }

  @Test
  void aBanEndsByItself() {
    ban("person", send(TROLL, HOME)).expect(201);
    clock.move(Duration.ofDays(1).minusMillis(1));
    assertThat(stored(send(TROLL, HOME)).status()).isEqualTo(Comment.Status.REJECTED);
    clock.move(Duration.ofMillis(1));
    assertThat(stored(send(TROLL, HOME)).status()).isEqualTo(Comment.Status.PENDING);
    assertThat(list().path("items")).isEmpty();
    assertThat(items()).as("DynamoDB forgets them").hasSize(2).allMatch(this::expiresAtItsEnd);
  }

  private boolean expiresAtItsEnd(Item item) {
    return item.number(Item.EXPIRES) == CommentsTable.NOW.plus(Duration.ofDays(1)).getEpochSecond();
  }

  @Test
  void aBanIsListedLiftedAndLogged() {
    var id = send(TROLL, HOME);
    var made = ban("person", id).expect(201).json();
    assertThat(made)
        .isEqualTo(
            Json.read(
                """
                {"articleId": "%s", "commentId": "%s", "by": "person", "until": "2026-02-24T08:00:00.000Z",
                 "reason": "يشتم الكتّاب", "bannedBy": "salma", "bannedAt": "2026-02-23T08:00:00.000Z"}
                """
                    .formatted(ARTICLE, id)));
    assertThat(list().path("items")).containsExactly(made);
    clock.move(Duration.ofMinutes(1));
    var lifted = lift("person", id).expect(200).json();
    assertThat(lifted.path("liftedBy").asText()).isEqualTo("omar");
    assertThat(items()).isEmpty();
    assertThat(stored(send(TROLL, HOME)).status()).isEqualTo(Comment.Status.PENDING);
    lift("person", id).expect(404);
    var log = table.partition(BanItems.LOG);
    assertThat(log).extracting(line -> line.text("act")).containsExactly("ban", "lift");
    assertThat(log).extracting(line -> line.text("by")).containsExactly("salma", "omar");
    assertThat(log).allMatch(line -> line.text("reason").equals("يشتم الكتّاب"));
    var person = Person.key(TROLL, keys().current());
    assertThat(log).noneMatch(line -> line.toString().contains(person));
  }

  @Test
  void anotherBanOfTheSameSenderTakesThePlaceOfTheFirst() {
    var first = send(TROLL, HOME);
    var second = send(TROLL, ELSEWHERE);
    ban("person", first).expect(201);
    clock.move(Duration.ofHours(1));
    ban("person", second).expect(200);
    assertThat(list().path("items").findValuesAsText("commentId")).containsExactly(second);
    assertThat(items()).hasSize(2);
    lift("person", first).expect(200);
    assertThat(items()).isEmpty();
  }

  /// Time to live deletes what has expired one by one, in any order.
  @Test
  void aLineThatHasExpiredDoesNotHideALaterBan() {
    var first = send(TROLL, HOME);
    var second = send(TROLL, ELSEWHERE);
    ban("person", first).expect(201);
    table.delete(BanItems.key(BanItems.read(table.partition(BanItems.LIST).getFirst()).sender()));
    clock.move(Duration.ofDays(2));
    ban("person", second).expect(201);
    lift("person", first).expect(200);
    assertThat(list().path("items")).isEmpty();
  }

  @Test
  void aBanHoldsThroughARotationOfTheKey() {
    var id = send(TROLL, HOME);
    ban("person", id).expect(201);
    ban("address", id).expect(201);
    secret = NEW + " " + OLD;
    assertThat(flags(send(TROLL, ELSEWHERE))).containsExactly("person");
    assertThat(flags(send(READER, HOME))).containsExactly("address");
    clock.move(Duration.ofMinutes(1));
    // Made again, it is kept under the new key alone.
    ban("person", id).expect(200);
    assertThat(items()).hasSize(4);
    secret = NEW;
    assertThat(flags(send(TROLL, ELSEWHERE))).containsExactly("person");
    ban("address", id).expect(409);
  }

  @Test
  void anErasureLeavesTheBanUntilItEnds() {
    var id = send(TROLL, HOME);
    ban("person", id).expect(201);
    new Erasure(table, this::keys, clock).erase(TROLL, "m");
    assertThat(stored(send(TROLL, HOME)).status()).isEqualTo(Comment.Status.REJECTED);
    ban("person", id).expect(404);
    lift("person", id).expect(200);
    assertThat(stored(send(TROLL, HOME)).status()).isEqualTo(Comment.Status.PENDING);
    assertThat(items()).isEmpty();
  }

  @Test
  void theListIsPaged() {
    for (int i = 0; i < 5; i++) {
      ban("person", send("troll" + i + "@example.com", "192.0.2." + i)).expect(201);
    }
    var request = HttpEvent.of("GET /api/comments/bans").as("moderators").query("limit", "3");
    var first = request.sendTo(moderation()).expect(200).json();
    assertThat(first.path("items")).hasSize(3);
    var rest = request.query("cursor", first.path("next").asText()).sendTo(moderation()).json();
    assertThat(rest.path("items")).hasSize(2);
    assertThat(rest.has("next")).isFalse();
    request.query("cursor", "x").sendTo(moderation()).expect(422);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aMalformedRequestNamesEachFault(String method, String body, String fields) {
    var answer = HttpEvent.of(method + " /api/comments/bans").as("moderators").json(body);
    var named = answer.sendTo(moderation()).expect(422).wrongFields();
    assertThat(named).containsExactlyInAnyOrder(fields.split(" "));
    assertThat(items()).isEmpty();
  }

  private static Stream<Arguments> refused() {
    return CaseFile.read("bans-refused.txt", 3);
  }

  @Test
  void onlyModeratorsBan() {
    for (var method : List.of("GET", "POST", "DELETE")) {
      var event = HttpEvent.of(method + " /api/comments/bans").as("editors").json("{}");
      event.sendTo(moderation()).expect(403);
    }
  }

  private HttpAnswer ban(String by, String commentId) {
    var body =
        Map.of(
            "articleId",
            ARTICLE,
            "commentId",
            commentId,
            "by",
            by,
            "until",
            clock.instant().plus(Duration.ofDays(1)).toString(),
            "reason",
            "يشتم الكتّاب");
    return HttpEvent.of("POST /api/comments/bans")
        .as("moderators", "salma")
        .json(body)
        .sendTo(moderation());
  }

  private HttpAnswer lift(String by, String commentId) {
    return HttpEvent.of("DELETE /api/comments/bans")
        .as("moderators", "omar")
        .json(Map.of("articleId", ARTICLE, "commentId", commentId, "by", by))
        .sendTo(moderation());
  }

  private JsonNode list() {
    return HttpEvent.of("GET /api/comments/bans").as("moderators").sendTo(moderation()).json();
  }

  /// The items of bans: those by which senders are recognised, and the lines of the list.
  private List<Item> items() {
    return Stream.concat(
            table.partition(BanItems.LIST).stream(),
            table.partition(BanItems.LIST).stream()
                .flatMap(line ->
                    table.get(List.of(BanItems.key(BanItems.read(line).sender()))).stream()))
        .toList();
  }

  /// Sends a comment and returns its id.
  private String send(String email, String address) {
    var reference = answer(email, address).expect(202).json().path("reference").asText();
    return Reference.read(reference, keys()).orElseThrow().commentId();
  }

  private HttpAnswer answer(String email, String address) {
    var function = CommentsTable.submission(table, this::keys, 50, clock);
    var challenge = new LinkedHashMap<String, Object>();
    HttpEvent.of("GET /api/comments/challenge")
        .query("article", ARTICLE)
        .sendTo(function)
        .expect(200)
        .json()
        .properties()
        .forEach(e -> challenge.put(e.getKey(), e.getValue()));
    var comment =
        Map.of(
            "name",
            "قارئ",
            "email",
            email,
            "title",
            "رأي",
            "body",
            "تعليق " + sent++,
            "termsAccepted",
            true,
            "altcha",
            Solver.payload(Solver.solve(challenge)));
    return HttpEvent.of("POST /api/articles/{id}/comments")
        .path("id", ARTICLE)
        .header("cloudfront-viewer-address", address + ":4711")
        .header(ClientAddresses.KEY_HEADER, CommentsTable.ORIGIN_KEY)
        .json(Json.write(comment))
        .sendTo(function);
  }

  private String status(String reference) {
    return HttpEvent.of("GET /api/comments/{reference}")
        .path("reference", reference)
        .sendTo(CommentsTable.submission(table, this::keys, 50, clock))
        .json()
        .path("status")
        .asText();
  }

  private Comment stored(String id) {
    return CommentItems.find(table, ARTICLE, id).orElseThrow();
  }

  private List<String> flags(String id) {
    return stored(id).review().flags().stream().map(Flag::matched).toList();
  }

  private CommentKeys keys() {
    return CommentKeys.read(secret);
  }

  private ModerateComments moderation() {
    return new ModerateComments(CommentsTable.SITE, table, this::keys, 50, clock);
  }
}
