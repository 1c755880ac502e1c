package news.nashra.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import news.nashra.core.aws.Item;
import news.nashra.core.http.Json;
import news.nashra.simulation.Operation.Kind;

/// Checks that each acknowledged write is in the tables, once and in order.
final class WriteChecks {
  private final Truth truth;
  private final Ledger ledger;
  private final List<String> faults = new ArrayList<>();

  WriteChecks(Truth truth, Ledger ledger) {
    this.truth = truth;
    this.ledger = ledger;
  }

  List<String> check() {
    truth.heads().forEach(this::checkRevisions);
    for (var entry : ledger.entries()) {
      switch (entry.operation().kind()) {
        case CREATE, REVISE, CORRECT, WITHDRAW, RESTORE -> checkRevision(entry);
        case COMMENT -> checkComment(entry);
        case REPLY -> checkReply(entry);
        default -> {}
      }
    }
    checkOrder();
    checkDecisions();
    checkLead();
    checkBreaking();
    Operation.AUTHORS.forEach(this::checkAuthor);
    return faults;
  }

  private void checkRevisions(String id, Item head) {
    var revisions = truth.revisions(id);
    for (int i = 0; i < revisions.size(); i++) {
      if (revisions.get(i).number("revision") != i + 1) {
        faults.add("a gap in the revisions of " + id + " at " + (i + 1));
      }
    }
    if (revisions.isEmpty() || !same(revisions.getLast(), head)) {
      faults.add("the head of " + id + " is not its last revision");
    }
  }

  private static boolean same(Item revision, Item head) {
    return List.of("revision", "editor", "headline", "status", "revisedAt").stream()
        .allMatch(
            name -> Objects.equals(revision.attributes().get(name), head.attributes().get(name)));
  }

  /// Each person makes one revision: exactly one if it was acknowledged, otherwise at most one.
  private void checkRevision(Ledger.Entry entry) {
    var mine =
        truth.heads().keySet().stream()
            .flatMap(id -> truth.revisions(id).stream())
            .filter(r -> r.text("editor").equals(entry.operation().person()))
            .toList();
    boolean acknowledged = entry.outcome() == Ledger.Outcome.ACKNOWLEDGED;
    if (mine.size() > 1 || (acknowledged && mine.isEmpty())) {
      faults.add("written " + mine.size() + " times: " + entry);
      return;
    }
    boolean content =
        entry.operation().kind() == Kind.WITHDRAW
            || entry.operation().kind() == Kind.RESTORE
            || mine.stream().allMatch(r -> r.text("headline").equals(entry.operation().headline()));
    boolean place =
        !acknowledged
            || mine.stream()
                .allMatch(r ->
                    r.pk().equals("ARTICLE#" + entry.id())
                        && r.number("revision") == entry.revision());
    if (!content || !place) {
      faults.add("written otherwise than acknowledged: " + entry);
    }
  }

  private void checkComment(Ledger.Entry entry) {
    long stored = count(entry.operation().text("comment"));
    boolean acknowledged = entry.outcome() == Ledger.Outcome.ACKNOWLEDGED;
    boolean erased = erasure(entry, e -> true).isPresent();
    if (stored > 1 || (acknowledged && stored == 0 && !erased)) {
      faults.add("stored " + stored + " times: " + entry);
    }
    var after = erasure(entry, e -> acknowledged && entry.ended() < e.began());
    if (after.filter(e -> e.outcome() == Ledger.Outcome.ACKNOWLEDGED).isPresent()
        && truth.commentsHold(entry.operation().text("comment"))) {
      faults.add("erased comment is in the table: " + entry);
    }
  }

  /// Each version of a reply is in the record once if it was acknowledged, otherwise at most once.
  /// It goes with its comment.
  private void checkReply(Ledger.Entry entry) {
    var operation = entry.operation();
    var comment = Optional.ofNullable(truth.comments().get(entry.id()));
    if (comment.isEmpty()) {
      if (truth.commentsHold(operation.text("reply"))
          || truth.commentsHold(operation.text("edited"))) {
        faults.add("a reply without its comment: " + entry);
      }
      return;
    }
    boolean acknowledged = entry.outcome() == Ledger.Outcome.ACKNOWLEDGED;
    var expected =
        switch (operation.detail()) {
          case "edit" -> List.of(operation.text("reply"), operation.text("edited"));
          case "withdraw" -> List.of(operation.text("reply"), "");
          default -> List.of(operation.text("reply"));
        };
    var mine =
        replies(comment.get()).stream()
            .filter(v -> v.path("by").asText().equals(operation.person()))
            .map(v -> v.path("body").asText().replace("رد ", ""))
            .toList();
    boolean some = expected.subList(0, Math.min(mine.size(), expected.size())).equals(mine);
    if (!some || (acknowledged && mine.size() != expected.size())) {
      faults.add("replied " + mine + " otherwise than acknowledged: " + entry);
    }
  }

  private static List<JsonNode> replies(Item comment) {
    return comment.texts("replies").stream().map(Json::read).toList();
  }

  private long count(String text) {
    return truth.comments().values().stream().filter(c -> c.text("body").contains(text)).count();
  }

  /// An erasure of the comment's sender, even if it was only tried.
  private Optional<Ledger.Entry> erasure(Ledger.Entry comment, Predicate<Ledger.Entry> when) {
    return ledger.entries().stream()
        .filter(e -> e.operation().kind() == Kind.ERASE)
        .filter(e ->
            ledger.entries().stream()
                .filter(c -> c.operation().number() == e.operation().target())
                .anyMatch(c -> c.operation().email().equals(comment.operation().email())))
        .filter(when)
        .findFirst();
  }

  /// A change that began after another was acknowledged must follow it.
  private void checkOrder() {
    var all =
        ledger.acknowledged(Kind.CREATE, Kind.REVISE, Kind.CORRECT, Kind.WITHDRAW, Kind.RESTORE);
    for (var first : all) {
      for (var second : all) {
        if (first.id().equals(second.id())
            && first.ended() < second.began()
            && first.revision() >= second.revision()) {
          faults.add("not in order: " + first + " " + second);
        }
      }
    }
  }

  /// The history of a comment must lead to its status, and pages must show the approved comments
  /// and no others.
  private void checkDecisions() {
    var shown = truth.shown().keySet();
    truth
        .comments()
        .forEach((key, comment) -> {
          var status = "pending";
          var before = "";
          for (var line : comment.texts("history")) {
            var decided = Json.read(line);
            status = status(decided.path("decision").asText());
            if (decided.path("at").asText().compareTo(before) < 0) {
              faults.add("decisions out of order: " + key);
            }
            before = decided.path("at").asText();
          }
          if (!comment.text("status").equals(status)
              || comment.number("revision")
                  != comment.texts("history").size() + comment.texts("replies").size() + 1) {
            faults.add("a comment's status is not what its decisions say: " + key);
          }
          if (shown.contains(key) != status.equals("approved")) {
            faults.add("shown otherwise than decided: " + key);
          }
          checkShownReply(key, comment);
        });
    shown.stream()
        .filter(key -> !truth.comments().containsKey(key))
        .forEach(key -> faults.add("shown without a comment: " + key));
  }

  /// A shown comment has the last version of its reply, or none if that was withdrawn.
  private void checkShownReply(String key, Item comment) {
    var versions = replies(comment);
    var last = versions.isEmpty() ? "" : versions.getLast().path("body").asText();
    var item = Optional.ofNullable(truth.shown().get(key));
    if (item.filter(i -> !i.find("reply", r -> r.text("body")).orElse("").equals(last))
        .isPresent()) {
      faults.add("another reply is shown than was written last: " + key);
    }
  }

  private static String status(String decision) {
    return switch (decision) {
      case "approve" -> "approved";
      case "reject" -> "rejected";
      default -> "pending";
    };
  }

  /// The lead must come from a person whom no later acknowledged one has overruled.
  private void checkLead() {
    checkLast("lead", truth.lead(), ledger.acknowledged(Kind.PIN));
  }

  /// The same for the breaking news; and what an editor ended stays ended.
  private void checkBreaking() {
    var item = truth.breaking();
    checkLast("breaking news", item, ledger.acknowledged(Kind.BREAK));
    if (item.filter(news -> !news.flag("ended")).isPresent()) {
      checkLast("end of breaking news", item, ledger.acknowledged(Kind.UNBREAK));
    }
  }

  /// The same for the record of an author.
  private void checkAuthor(String slug) {
    var acknowledged =
        ledger.acknowledged(Kind.AUTHOR).stream()
            .filter(entry -> entry.operation().detail().equals(slug))
            .toList();
    checkLast("record of an author", truth.author(slug), acknowledged);
  }

  private void checkLast(String what, Optional<Item> item, List<Ledger.Entry> acknowledged) {
    var by = item.map(i -> i.text("editor")).orElse("");
    if (by.isEmpty() && !acknowledged.isEmpty()) {
      faults.add("no " + what + ", though it was written");
    }
    for (var first : ledger.entries()) {
      if (first.operation().person().equals(by)
          && acknowledged.stream().anyMatch(second -> first.ended() < second.began())) {
        faults.add("a later " + what + " was lost after " + first);
      }
    }
  }
}
