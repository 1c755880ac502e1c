package news.nashra.comments.delivery;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.mail.Outbox;
import news.nashra.core.Log;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.http.Json;
import news.nashra.site.Edition;
import news.nashra.site.Site;

/// Sends the mails that the newspaper owes. Each minute the schedule has it put what is owed into
/// the queue; the queue hands that back, at least once, and it sends what was not sent yet. A
/// message that fails comes again, and in the end lies in the dead-letter queue.
public final class SendMail implements RequestStreamHandler {
  /// About as many go into the queue in a minute.
  static final int MAX_QUEUED = 1000;

  private final Outbox outbox;
  private final MailQueue queue;
  private final LetterWriter letters;
  private final Mailer mailer;

  /// Configured by the environment variables `COMMENTS_TABLE`, `COMMENT_KEY_SECRET`, `SITE_ORIGIN`,
  /// `MAIL_QUEUE`, the URL of the queue, and `MAIL_FROM`, the address from which the newspaper
  /// writes.
  public SendMail() {
    this(new Aws(Settings.fromEnvironment()), Edition.load(), InstantSource.system());
  }

  private SendMail(Aws aws, Edition edition, InstantSource clock) {
    this(
        new Outbox(aws.table("COMMENTS_TABLE"), clock),
        SqsMailQueue.of(aws),
        new LetterWriter(
            Site.of(edition, aws.settings()),
            aws.table("COMMENTS_TABLE"),
            CommentKeys.secret(aws, clock),
            clock),
        SesMailer.of(aws, edition.name(), aws.setting("MAIL_FROM")));
  }

  public SendMail(Outbox outbox, MailQueue queue, LetterWriter letters, Mailer mailer) {
    this.outbox = outbox;
    this.queue = queue;
    this.letters = letters;
    this.mailer = mailer;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Log.begin(context);
    var event = Json.read(in);
    var answer = event.has("Records") ? send(event.path("Records")) : queue();
    out.write(Json.write(answer).getBytes(StandardCharsets.UTF_8));
  }

  /// Puts into the queue what is owed. A line of the outbox goes when its mail is in the queue, so
  /// who is stopped in between queues it twice.
  private Map<String, Object> queue() {
    var lines = outbox.toQueue(MAX_QUEUED);
    int queued = 0;
    for (int from = 0; from < lines.size(); from += MailQueue.MAX_BATCH) {
      var batch = lines.subList(from, Math.min(from + MailQueue.MAX_BATCH, lines.size()));
      var failed = queue.add(batch.stream().map(Outbox.Line::id).toList());
      var accepted = batch.stream().filter(line -> !failed.contains(line.id())).toList();
      outbox.queued(accepted);
      queued += accepted.size();
    }
    return Map.of("queued", queued);
  }

  /// Sends the mails of messages, and [names those that
  /// failed](https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html).
  private Map<String, Object> send(JsonNode records) {
    var failures = new ArrayList<Map<String, String>>();
    for (var record : records) {
      try {
        if (!send(Json.read(record.path("body").asText()).path("mail").asText())) {
          failures.add(failure(record));
        }
      } catch (RuntimeException e) {
        Log.error("mail not sent", e);
        Log.count("MailNotSent", Map.of());
        failures.add(failure(record));
      }
    }
    return Map.of("batchItemFailures", List.copyOf(failures));
  }

  /// @return false if somebody else may be sending it
  private boolean send(String id) {
    var letter = outbox.unsent(id).flatMap(letters::write);
    if (letter.isEmpty()) {
      return true;
    }
    if (!outbox.claim(id)) {
      return outbox.unsent(id).isEmpty();
    }
    if (!mailer.send(letter.get())) {
      Log.warn("mail refused for good", Map.of("mail", id));
    }
    outbox.sent(id);
    return true;
  }

  private static Map<String, String> failure(JsonNode record) {
    return Map.of("itemIdentifier", record.path("messageId").asText());
  }
}
