package news.nashra.comments.moderation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import news.nashra.comments.EmailField;
import news.nashra.comments.mail.DigestSubscription;
import news.nashra.comments.mail.Mail;
import news.nashra.comments.mail.MailAddress;
import news.nashra.comments.mail.Outbox;
import news.nashra.core.Instants;
import news.nashra.core.Log;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;
import news.nashra.core.http.Fields;
import news.nashra.core.http.Json;
import news.nashra.core.http.Problem;
import news.nashra.core.http.RefusedRequest;
import news.nashra.core.http.Request;
import news.nashra.core.http.Response;

/// `GET`, `PUT` and `DELETE /api/comments/digest`: whether a moderator is told by mail what waits.
/// 404 without mail. Thread-safe.
///
/// @param mail whether the newspaper sends mail
record DigestApi(boolean mail, Table table, Supplier<String> ids, InstantSource clock) {
  /// A moderator is asked once in this time, at whatever address.
  static final Duration BETWEEN_CONFIRMATIONS = Duration.ofMinutes(10);

  private static final int MAX_BODY_BYTES = 4 * 1024;

  Response read(String moderator) {
    requireMail();
    return Response.json(200, json(DigestSubscription.of(moderator, table, clock.instant())));
  }

  /// Owes a confirmation to the address, unless it is confirmed or was just asked.
  Response subscribe(Request request, String moderator) {
    requireMail();
    var fields = new Fields(Json.body(request, MAX_BODY_BYTES));
    var email = EmailField.read(fields);
    fields.refuseFaults();
    if (MailAddress.find(email).isEmpty()) {
      throw RefusedRequest.invalid("email", "error.badEmail");
    }
    var now = Instants.now(clock);
    var before = DigestSubscription.of(moderator, table, now);
    var again = before.map(b -> b.askedAt().plus(BETWEEN_CONFIRMATIONS)).filter(now::isBefore);
    boolean same = before.filter(b -> b.email().equalsIgnoreCase(email)).isPresent();
    if (same
        && (again.isPresent() || before.flatMap(DigestSubscription::confirmedAt).isPresent())) {
      return Response.json(200, json(before));
    }
    again.ifPresent(at -> {
      throw new RefusedRequest(
          Problem.of(429, "problem.429.digest")
              .retryAfter(Math.max(1, Duration.between(now, at).toSeconds())));
    });
    var subscription = new DigestSubscription(moderator, email, ids.get(), now, Optional.empty());
    var transaction = new Transaction().put(table, subscription.item());
    Outbox.owe(new Mail.DigestConfirmation(subscription.id()), now, table, transaction);
    table.commit(transaction);
    Log.info("digest asked for", Map.of("moderator", moderator));
    return Response.json(202, json(Optional.of(subscription)));
  }

  Response end(String moderator) {
    requireMail();
    DigestSubscription.of(moderator, table, clock.instant()).ifPresent(found -> found.end(table));
    return Response.empty(204);
  }

  private void requireMail() {
    if (!mail) {
      throw new RefusedRequest(Problem.of(404));
    }
  }

  private static Map<String, Object> json(Optional<DigestSubscription> subscription) {
    var json = new LinkedHashMap<String, Object>();
    json.put("status", "none");
    subscription.ifPresent(s -> {
      json.put("status", s.confirmedAt().isPresent() ? "confirmed" : "asked");
      json.put("email", s.email());
      json.put("askedAt", Instants.format(s.askedAt()));
      s.confirmedAt().ifPresent(at -> json.put("confirmedAt", Instants.format(at)));
    });
    return json;
  }
}
