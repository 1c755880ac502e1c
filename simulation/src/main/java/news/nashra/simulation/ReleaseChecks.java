package news.nashra.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.nashra.core.aws.Item;

/// Checks that what is scheduled goes out exactly once, never before its instant, and never after
/// an editor took it back; and that what ends does so once, and not before its time.
final class ReleaseChecks {
  private static final String BY_SCHEDULE = "schedule";

  private final Truth truth;
  private final FirstSights sights;
  private final SimulatedClock clock;
  private final List<String> faults = new ArrayList<>();

  ReleaseChecks(Truth truth, FirstSights sights, SimulatedClock clock) {
    this.truth = truth;
    this.sights = sights;
    this.clock = clock;
  }

  List<String> check() {
    truth
        .heads()
        .forEach((id, head) -> {
          var revisions = truth.revisions(id);
          for (int i = 0; i < revisions.size(); i++) {
            var revision = revisions.get(i);
            if (revision.text("editor").equals(BY_SCHEDULE)) {
              checkStep(id, i == 0 ? head : revisions.get(i - 1), revision);
            }
          }
          if (releases(revisions) > 1) {
            fault("released more than once", id);
          }
          checkDone(id, head);
          checkEmbargo(id, revisions);
        });
    return faults;
  }

  private static long releases(List<Item> revisions) {
    return revisions.stream()
        .filter(r -> r.text("editor").equals(BY_SCHEDULE))
        .filter(r -> r.text("status").equals("published"))
        .count();
  }

  /// A revision by the clock follows one that asked for it, at its time or later.
  private void checkStep(String id, Item before, Item after) {
    boolean release = after.text("status").equals("published");
    var due = before.findInstant(release ? "publishAt" : "expireAt");
    boolean asked = before.text("status").equals(release ? "scheduled" : "published");
    if (!asked || due.isEmpty()) {
      fault("done by the clock though nobody asked for it", id);
    } else if (after.instant("revisedAt").isBefore(due.get())) {
      fault("done before its time", id);
    } else if (release && !after.findInstant("publishedAt").equals(due)) {
      fault("published with another time than it was scheduled for", id);
    } else if (release && after.number("lateMillis") != millis(due.get(), after)) {
      fault("its lateness is wrong", id);
    }
  }

  private static long millis(Instant due, Item after) {
    return Duration.between(due, after.instant("releasedAt")).toMillis();
  }

  /// At the end nothing that is due is left.
  private void checkDone(String id, Item head) {
    var due =
        switch (head.text("status")) {
          case "scheduled" -> head.findInstant("publishAt");
          case "published" -> head.findInstant("expireAt");
          default -> Optional.<Instant>empty();
        };
    if (due.filter(at -> !at.isAfter(clock.instant())).isPresent()) {
      fault("due and not done", id);
    }
  }

  /// No word of a revision is public before the article is.
  private void checkEmbargo(String id, List<Item> revisions) {
    var published =
        revisions.stream()
            .filter(r -> r.text("status").equals("published"))
            .map(r -> r.instant("revisedAt"))
            .findFirst()
            .orElse(Instant.MAX);
    for (var revision : revisions) {
      for (var text : List.of(revision.text("headline"), revision.text("bodyHtml"))) {
        if (sights.of(text).filter(seen -> seen.isBefore(published)).isPresent()) {
          fault("public before its time: " + text, id);
        }
      }
    }
  }

  private void fault(String what, String id) {
    faults.add("release: " + what + ": " + id);
  }
}
