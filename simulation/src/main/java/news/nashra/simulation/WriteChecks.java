package news.nashra.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import news.nashra.core.aws.Item;
import news.nashra.core.http.Json;
import news.nashra.simulation.Operation.Kind;

/// Whether each acknowledged write is in the tables, once, in order.
final class WriteChecks {
  private final Truth truth;
  private final Ledger ledger;
  private final List<String> faults = new ArrayList<>();

  WriteChecks(Truth truth, Ledger ledger) {
    this.truth = truth;
    this.ledger = ledger;
  }

  List<String> check() {
    truth.heads().forEach(this::gapless);
    for (var entry : ledger.entries()) {
      switch (entry.operation().kind()) {
        case CREATE, REVISE, CORRECT, WITHDRAW -> revised(entry);
        case COMMENT -> commented(entry);
        default -> {}
      }
    }
    ordered();
    decided();
    pinned();
    return faults;
  }

  private void gapless(String id, Item head) {
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
    return List.of("revision", "editor", "headline", "status", "updatedAt").stream()
        .allMatch(
            name -> Objects.equals(revision.attributes().get(name), head.attributes().get(name)));
  }

  /// Each person makes one revision: once when it was acknowledged, else at most once.
  private void revised(Ledger.Entry entry) {
    var mine =
        truth.heads().keySet().stream()
            .flatMap(id -> truth.revisions(id).stream())
            .filter(r -> r.text("editor").equals(entry.operation().person()))
            .toList();
    boolean told = entry.outcome() == Ledger.Outcome.ACKNOWLEDGED;
    if (mine.size() > 1 || (told && mine.isEmpty())) {
      faults.add("written " + mine.size() + " times: " + entry);
      return;
    }
    boolean content =
        entry.operation().kind() == Kind.WITHDRAW
            || mine.stream().allMatch(r -> r.text("headline").equals(entry.operation().headline()));
    boolean place =
        !told
            || mine.stream()
                .allMatch(r ->
                    r.pk().equals("ARTICLE#" + entry.id())
                        && r.number("revision") == entry.revision());
    if (!content || !place) {
      faults.add("written otherwise than acknowledged: " + entry);
    }
  }

  private void commented(Ledger.Entry entry) {
    long stored = count(entry.operation().text("comment"));
    boolean told = entry.outcome() == Ledger.Outcome.ACKNOWLEDGED;
    boolean erased = erasure(entry, e -> true).isPresent();
    if (stored > 1 || (told && stored == 0 && !erased)) {
      faults.add("stored " + stored + " times: " + entry);
    }
    var after = erasure(entry, e -> told && entry.ended() < e.began());
    if (after.filter(e -> e.outcome() == Ledger.Outcome.ACKNOWLEDGED).isPresent()
        && truth.commentsHold(entry.operation().text("comment"))) {
      faults.add("erased comment is in the table: " + entry);
    }
  }

  private long count(String text) {
    return truth.comments().values().stream().filter(c -> c.text("body").contains(text)).count();
  }

  /// An erasure of the comment's sender, if only an attempt.
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

  /// A change that began after another was acknowledged follows it.
  private void ordered() {
    var all = ledger.acknowledged(Kind.CREATE, Kind.REVISE, Kind.CORRECT, Kind.WITHDRAW);
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

  /// Histories lead where comments stand; pages show the approved ones and no others.
  private void decided() {
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
            faults.add("a comment is not where its decisions lead: " + key);
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

  /// The lead is of a person whom no acknowledged, later one overruled.
  private void pinned() {
    var told = ledger.acknowledged(Kind.PIN);
    var by = truth.lead().map(lead -> lead.text("editor")).orElse("");
    if (by.isEmpty() && !told.isEmpty()) {
      faults.add("no lead, though it was pinned");
    }
    for (var first : ledger.entries()) {
      if (first.operation().person().equals(by)
          && told.stream().anyMatch(second -> first.ended() < second.began())) {
        faults.add("a later lead was lost after " + first);
      }
    }
  }
}
