package news.nashra.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import news.nashra.core.aws.Item;
import news.nashra.simulation.Operation.Kind;

/// Checks that each acknowledged change of live coverage is in the table, once and in order, and
/// that what the coverage says of its entries is so.
final class LiveWriteChecks {
  private final Truth truth;
  private final Ledger ledger;
  private final List<String> faults = new ArrayList<>();

  LiveWriteChecks(Truth truth, Ledger ledger) {
    this.truth = truth;
    this.ledger = ledger;
  }

  List<String> check() {
    truth.heads().keySet().forEach(this::checkItems);
    for (var entry : ledger.entries()) {
      switch (entry.operation().kind()) {
        case ADD_ENTRY -> checkAdded(entry);
        case EDIT_ENTRY -> checkEdited(entry);
        case REMOVE_ENTRY -> checkRemoved(entry);
        default -> {}
      }
    }
    checkOrder();
    ledger.acknowledged(Kind.PIN_ENTRY).forEach(this::checkPinned);
    return faults;
  }

  private void checkItems(String id) {
    var entries = truth.entries(id);
    var coverage = truth.coverage(id);
    if (coverage.isEmpty() != entries.isEmpty()) {
      faults.add("entries without coverage, or coverage without entries: " + id);
    }
    if (coverage.isEmpty()) {
      return;
    }
    var revisions = new HashMap<Long, List<Item>>();
    for (var revision : truth.entryRevisions(id)) {
      revisions.computeIfAbsent(revision.number("number"), n -> new ArrayList<>()).add(revision);
    }
    var before = Instant.MIN;
    for (int i = 0; i < entries.size(); i++) {
      var entry = entries.get(i);
      if (entry.number("number") != i + 1) {
        faults.add("a gap in the entries of " + id + " at " + (i + 1));
      }
      if (!entry.instant("at").isAfter(before)) {
        faults.add("entries out of order: " + id + " at " + (i + 1));
      }
      before = entry.instant("at");
      checkRevisions(id, entry, revisions.getOrDefault(entry.number("number"), List.of()));
    }
    checkCoverage(id, coverage.get(), entries);
  }

  private void checkRevisions(String id, Item entry, List<Item> revisions) {
    for (int i = 0; i < revisions.size(); i++) {
      if (revisions.get(i).number("revision") != i + 1) {
        faults.add("a gap in the revisions of entry " + entry.number("number") + " of " + id);
      }
    }
    if (revisions.isEmpty() || !same(revisions.getLast(), entry)) {
      faults.add("not its last revision: entry " + entry.number("number") + " of " + id);
    }
  }

  private static boolean same(Item revision, Item entry) {
    return List.of("revision", "editor", "at", "updatedAt", "bodyHtml").stream()
        .allMatch(
            name -> Objects.equals(revision.attributes().get(name), entry.attributes().get(name)));
  }

  private void checkCoverage(String id, Item coverage, List<Item> entries) {
    long bytes =
        entries.stream()
            .flatMap(entry -> entry.find("bodyHtml").stream())
            .mapToLong(html -> html.getBytes(StandardCharsets.UTF_8).length)
            .sum();
    if (coverage.number("last") != entries.size()
        || coverage.number("bytes") != bytes
        || coverage.number("revision") != truth.entryRevisions(id).size()) {
      faults.add("the coverage is not what its entries say: " + id);
    }
    if (pinned(id).filter(number -> !isThere(id, number)).isPresent()) {
      faults.add("an entry that was taken away is pinned: " + id);
    }
  }

  private Optional<Long> pinned(String id) {
    return truth
        .coverage(id)
        .filter(item -> item.attributes().containsKey("pinned"))
        .map(item -> item.number("pinned"));
  }

  private boolean isThere(String id, long number) {
    return truth.entries(id).stream()
        .anyMatch(e -> e.number("number") == number && e.find("bodyHtml").isPresent());
  }

  /// An entry is added exactly once if it was acknowledged, otherwise at most once.
  private void checkAdded(Ledger.Entry entry) {
    var text = entry.operation().text("entry");
    var added =
        truth.heads().keySet().stream()
            .flatMap(id ->
                truth.entryRevisions(id).stream()
                    .filter(r -> r.number("revision") == 1 && contains(r, text))
                    .map(r -> id + " " + r.number("number")))
            .toList();
    boolean acknowledged = entry.outcome() == Ledger.Outcome.ACKNOWLEDGED;
    if (acknowledged ? !added.equals(List.of(entry.id())) : added.size() > 1) {
      faults.add("added as " + added + ": " + entry);
    }
  }

  private void checkEdited(Ledger.Entry entry) {
    var text = entry.operation().text("entry");
    if (entry.outcome() == Ledger.Outcome.ACKNOWLEDGED
        && revisionsOf(entry).stream()
            .noneMatch(r -> r.number("revision") == entry.revision() && contains(r, text))) {
      faults.add("edited otherwise than acknowledged: " + entry);
    }
  }

  /// What was taken away stays away.
  private void checkRemoved(Ledger.Entry entry) {
    if (entry.outcome() == Ledger.Outcome.ACKNOWLEDGED && isThere(article(entry), number(entry))) {
      faults.add("taken away and there: " + entry);
    }
  }

  /// An entry that was added after another was acknowledged has a higher number; and an entry that
  /// was edited after that, a higher revision.
  private void checkOrder() {
    checkOrder(Kind.ADD_ENTRY, LiveWriteChecks::article, LiveWriteChecks::number);
    checkOrder(Kind.EDIT_ENTRY, Ledger.Entry::id, Ledger.Entry::revision);
  }

  private void checkOrder(
      Kind kind, Function<Ledger.Entry, String> of, ToLongFunction<Ledger.Entry> place) {
    var all = ledger.acknowledged(kind);
    for (var first : all) {
      for (var second : all) {
        if (of.apply(first).equals(of.apply(second))
            && first.ended() < second.began()
            && place.applyAsLong(first) >= place.applyAsLong(second)) {
          faults.add("not in order: " + first + " " + second);
        }
      }
    }
  }

  /// What was pinned is pinned until another entry is, or until it is taken away.
  private void checkPinned(Ledger.Entry pin) {
    boolean overruled =
        ledger.entries().stream()
            .filter(other -> other.ended() > pin.began() && other != pin)
            .filter(other -> article(other).equals(article(pin)) || other.id().isEmpty())
            .anyMatch(other ->
                switch (other.operation().kind()) {
                  case PIN_ENTRY -> !other.id().equals(pin.id());
                  case ADD_ENTRY -> other.operation().detail().equals("pinned");
                  case REMOVE_ENTRY -> other.id().equals(pin.id());
                  default -> false;
                });
    if (!overruled && !pinned(article(pin)).equals(Optional.of(number(pin)))) {
      faults.add("pinned and no longer so: " + pin);
    }
  }

  private List<Item> revisionsOf(Ledger.Entry entry) {
    return truth.entryRevisions(article(entry)).stream()
        .filter(r -> r.number("number") == number(entry))
        .toList();
  }

  private static boolean contains(Item item, String text) {
    return item.find("bodyHtml").filter(html -> html.contains(text)).isPresent();
  }

  private static String article(Ledger.Entry entry) {
    return entry.id().split(" ")[0];
  }

  private static long number(Ledger.Entry entry) {
    return Long.parseLong(entry.id().split(" ")[1]);
  }
}
