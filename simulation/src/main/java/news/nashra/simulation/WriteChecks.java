package news.nashra.simulation;

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
        default -> {}
      }
    }
    checkOrder();
    checkDecisions();
    checkLead();
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
              || comment.number("revision") != comment.texts("history").size() + 1) {
            faults.add("a comment's status is not what its decisions say: " + key);
          }
          if (shown.contains(key) != status.equals("approved")) {
            faults.add("shown otherwise than decided: " + key);
          }
        });
    shown.stream()
        .filter(key -> !truth.comments().containsKey(key))
        .forEach(key -> faults.add("shown without a comment: " + key));
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
