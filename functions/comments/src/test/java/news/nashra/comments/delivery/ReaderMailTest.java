package news.nashra.comments.delivery;

import static news.nashra.comments.CommentsTable.ARTICLE;
import static news.nashra.comments.delivery.MailDesk.READER;
import static news.nashra.comments.delivery.MailDesk.link;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.CommentsTable;
import news.nashra.comments.bans.Ban;
import news.nashra.comments.bans.Bans;
import news.nashra.comments.moderation.Erasure;
import news.nashra.core.KeyedHash;
import news.nashra.testing.LocalServices;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Mail to readers who asked for the newspaper's replies.
@NullUnmarked
class ReaderMailTest {
  @RegisterExtension static final LocalServices SERVICES = CommentsTable.services();

  private static final String IP = "198.51.100.1";

  private MailDesk desk;

  @BeforeEach
  void start() {
    desk = new MailDesk(SERVICES.dynamoDb());
  }

  @Test
  void aReaderConfirmsOnceAndIsToldOfEachReply() {
    var comment = desk.comment();
    desk.deliver();
    var asked = desk.sent.removeFirst();
    assertThat(asked.to()).isEqualTo(READER);
    assertThat(asked.subject()).isEqualTo("أكّد بريدك الإلكتروني لتصلك ردود \u2068نشرة\u2069");
    assertThat(asked.unsubscribe()).isEmpty();
    assertThat(asked.text()).doesNotContain(comment.text().body(), comment.author().name());
    var link = link(asked, "api/mail/confirm");
    var page = Jsoup.parse(desk.follow("GET", link).expect(200).body(), "https://x.example");
    var button = page.expectFirst("form[method=post]");
    assertThat(button.absUrl("action")).isEqualTo(link);
    desk.decide(comment, "approve");
    desk.reply("POST", comment, "رد");
    desk.deliver();
    assertThat(desk.sent).as("a GET confirms nothing").isEmpty();

    desk.follow("POST", link).expect(200);
    desk.deliver();
    var answer = desk.sent.removeFirst();
    assertThat(answer.to()).isEqualTo(READER);
    assertThat(answer.subject()).isEqualTo("رد من \u2068نشرة\u2069 على تعليقك");
    assertThat(answer.text())
        .contains("\u2068عنوان\u2069", "\nhttps://x.example/2026/03/01/x/comments/1/#comment-")
        .doesNotContain(comment.text().body());
    assertThat(answer.unsubscribe()).contains(link(answer, "api/mail/unsubscribe"));

    desk.reply("PUT", comment, "رد بعد تعديل");
    desk.follow("POST", link).expect(200);
    desk.deliver();
    assertThat(desk.sent).as("once for a reply").isEmpty();

    var later = desk.comment(READER, IP, Map.of());
    desk.deliver();
    assertThat(desk.sent).as("the address is confirmed").isEmpty();
    desk.decide(later, "approve");
    desk.reply("POST", later, "رد آخر");
    desk.deliver();
    assertThat(desk.sent).hasSize(1);
  }

  @Test
  void whoDoesNotAskGetsNoMail() {
    desk.confirmed(READER, IP);
    var comment = desk.comment(READER, IP, Map.of("notify", false));
    desk.decide(comment, "approve");
    desk.reply("POST", comment, "رد");
    desk.deliver();
    assertThat(desk.sent).isEmpty();
    assertThat(desk.items("OUTBOX#")).isEmpty();
  }

  @Test
  void oneClickEndsItAndOldCommentsStaySilentAfterwards() {
    desk.confirmed(READER, IP);
    var before = desk.comment();
    var other = desk.comment();
    desk.decide(before, "approve");
    desk.decide(other, "approve");
    desk.reply("POST", before, "رد");
    desk.deliver();
    var stop = desk.sent.removeFirst().unsubscribe().orElseThrow();
    desk.clock.move(Duration.ofMinutes(1));
    assertThat(desk.follow("GET", stop).expect(200).body()).contains("<form");
    desk.reply("POST", other, "رد");
    desk.follow("POST", stop).expect(200);
    desk.follow("POST", stop).expect(200);
    desk.deliver();
    assertThat(desk.sent).as("what was owed when it ended").isEmpty();

    desk.clock.move(Duration.ofDays(1));
    desk.confirmed(READER, IP);
    desk.reply("DELETE", other, "");
    desk.reply("POST", other, "رد جديد");
    desk.deliver();
    assertThat(desk.sent).as("a comment of before").isEmpty();
    var after = desk.comment();
    desk.decide(after, "approve");
    desk.reply("POST", after, "رد");
    desk.deliver();
    assertThat(desk.sent).hasSize(1);
  }

  @Test
  void aConfirmationOfBeforeDoesNotUndoIt() {
    desk.comment();
    desk.deliver();
    var confirm = link(desk.sent.removeFirst(), "api/mail/confirm");
    desk.follow("POST", confirm).expect(200);
    var comment = desk.comment();
    desk.decide(comment, "approve");
    desk.reply("POST", comment, "رد");
    desk.deliver();
    desk.clock.move(Duration.ofMinutes(1));
    desk.follow("POST", desk.sent.removeFirst().unsubscribe().orElseThrow()).expect(200);
    assertThat(desk.follow("POST", confirm).status()).isEqualTo(410);
  }

  @Test
  void anAddressIsAskedOnceADay() {
    desk.comment();
    desk.comment(READER.toUpperCase(Locale.ROOT), "198.51.100.2", Map.of());
    desk.deliver();
    assertThat(desk.sent).hasSize(1);
    desk.clock.move(Duration.ofHours(24).minusSeconds(1));
    desk.comment();
    desk.deliver();
    assertThat(desk.sent).hasSize(1);
    desk.clock.move(Duration.ofSeconds(1));
    desk.comment();
    desk.deliver();
    assertThat(desk.sent).hasSize(2);
  }

  @Test
  void aNetworkAddressAsksThreeTimesAnHourAndItsCommentsAreTaken() {
    for (int i = 0; i < 5; i++) {
      desk.comment("reader" + i + "@example.com", IP, Map.of());
    }
    desk.deliver();
    assertThat(desk.sent).hasSize(3);
    desk.clock.move(Duration.ofHours(1));
    desk.comment("reader9@example.com", IP, Map.of());
    desk.deliver();
    assertThat(desk.sent).hasSize(4);
  }

  @Test
  void whatTheScreeningRejectsAsksNobody() {
    desk.comment(READER, IP, Map.of("website", "https://spam.example"));
    desk.deliver();
    assertThat(desk.sent).isEmpty();
    assertThat(desk.items("READER#")).isEmpty();
  }

  @Test
  void aBannedSenderAsksNobody() {
    var comment = desk.comment(READER, IP, Map.of("notify", false));
    var target = new Bans.Target(ARTICLE, comment.id(), Ban.Kind.PERSON);
    new Bans(desk.table, () -> CommentsTable.KEYS, desk.clock)
        .ban(target, desk.clock.instant().plus(Duration.ofDays(1)), "x", "m");
    assertThat(desk.comment().status()).isEqualTo(Comment.Status.REJECTED);
    desk.deliver();
    assertThat(desk.sent).isEmpty();
  }

  @Test
  void aReplyOrCommentThatIsTakenBackBeforeIsNotSent() {
    desk.confirmed(READER, IP);
    var first = shown();
    desk.reply("POST", first, "رد");
    desk.reply("DELETE", first, "");
    var second = shown();
    desk.reply("POST", second, "رد");
    desk.decide(second, "reject");
    desk.deliver();
    assertThat(desk.sent).isEmpty();
    var third = shown();
    desk.reply("POST", third, "رد");
    CommentsTable.thread(desk.table, false, true);
    desk.deliver();
    assertThat(desk.sent).as("the article is withdrawn").isEmpty();
  }

  @Test
  void anErasureForgetsWhatMailKnows() {
    desk.confirmed(READER, IP);
    var comment = shown();
    desk.reply("POST", comment, "رد");
    new Erasure(desk.table, () -> CommentsTable.KEYS, desk.clock).erase(READER, "m");
    desk.deliver();
    assertThat(desk.sent).isEmpty();
    assertThat(desk.items("READER#")).isEmpty();
    assertThat(CommentsTable.scan(SERVICES.dynamoDb()).toString()).doesNotContain(READER);
  }

  @Test
  void noItemOfMailHoldsAnAddress() {
    desk.confirmed(READER, IP);
    desk.reply("POST", shown(), "رد");
    for (var prefix : List.of("READER#", "MAIL#", "OUTBOX#", "MAILRATE#")) {
      assertThat(desk.items(prefix)).as(prefix).isNotEmpty();
      assertThat(desk.items(prefix).toString()).as(prefix).doesNotContain("example.com", IP);
      assertThat(desk.items(prefix))
          .as(prefix)
          .allMatch(item -> item.findTime("expiresAt").isPresent());
    }
  }

  @Test
  void linksAndConfirmationsSurviveARotationOfTheKey() {
    desk.confirmed(READER, IP);
    var comment = shown();
    desk.reply("POST", comment, "رد");
    desk.deliver();
    var stop = desk.sent.removeFirst().unsubscribe().orElseThrow();
    var both = CommentKeys.of(new KeyedHash("n".repeat(32)), CommentsTable.HASH);
    desk.rotate(both);
    desk.clock.move(Duration.ofMinutes(1));
    desk.reply("POST", shown(), "رد");
    desk.deliver();
    assertThat(desk.sent).hasSize(1);
    desk.follow("POST", stop).expect(200);
    desk.reply("POST", shown(), "رد");
    desk.deliver();
    assertThat(desk.sent).hasSize(1);
  }

  @Test
  void aLinkIsGoodForSevenDays() {
    desk.comment();
    desk.deliver();
    var confirm = link(desk.sent.removeFirst(), "api/mail/confirm");
    desk.clock.move(Duration.ofDays(7));
    assertThat(desk.follow("POST", confirm).status()).isEqualTo(410);
  }

  @Test
  void aLinkOfAnotherPurposeOrOfNobodyIsNotFound() {
    desk.comment();
    desk.deliver();
    var confirm = link(desk.sent.removeFirst(), "api/mail/confirm");
    for (var method : List.of("GET", "POST")) {
      assertThat(desk.follow(method, confirm.replace("confirm", "unsubscribe")).status())
          .isEqualTo(404);
      assertThat(desk.follow(method, withAnotherEnd(confirm)).status()).isEqualTo(404);
      assertThat(desk.follow(method, confirm.replaceAll("token=.*", "token=x")).status())
          .isEqualTo(404);
    }
  }

  /// The last character holds four bits after the last byte: this one often differs in them alone.
  private static String withAnotherEnd(String link) {
    return link.substring(0, link.length() - 1) + (link.endsWith("A") ? "B" : "A");
  }

  /// A comment that is shown, by a reader who asks for mail.
  private Comment shown() {
    desk.clock.move(Duration.ofMinutes(10));
    var comment = desk.comment();
    desk.decide(comment, "approve");
    return comment;
  }
}
