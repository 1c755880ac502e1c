package news.nashra.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import news.nashra.simulation.Operation.Kind;

/// Draws the operations of a history.
final class History {
  private final SplittableRandom random;
  private final List<Operation> drawn = new ArrayList<>();

  private History(SplittableRandom random) {
    this.random = random;
  }

  /// Whether moderators approve and undo one comment again and again while its article is pressed,
  /// so that its page goes back to what it was. True for every fourth seed.
  static boolean isStorm(long seed) {
    return seed % 4 == 0;
  }

  /// Whether others may write while a batch of items is read. True for every eighth seed, which has
  /// live coverage, so that the other seeds keep their runs.
  static boolean hasTornBatches(long seed) {
    return seed % 8 == 6;
  }

  static List<Operation> of(long seed) {
    var history = new History(Chance.of(seed, "history"));
    history.add(Kind.CREATE, -1, "published");
    if (isStorm(seed)) {
      history.storm();
      return history.drawn;
    }
    if (isLong(seed)) {
      return withLiveCoverage(history.drawn, Chance.of(seed, "live coverage"), 46);
    }
    int length = 10 + history.random.nextInt(8);
    while (history.drawn.size() < length) {
      history.draw();
    }
    var all = withAuthors(history.drawn, Chance.of(seed, "authors"));
    all = withReplies(all, Chance.of(seed, "replies"));
    all = withBreakingNews(all, Chance.of(seed, "breaking news"));
    all = withRestores(all, Chance.of(seed, "restores"));
    return switch ((int) (seed % 4)) {
      case 1 -> withSchedules(all, Chance.of(seed, "schedules"));
      case 2 -> withLiveCoverage(all, Chance.of(seed, "live coverage"), 5);
      default -> all;
    };
  }

  /// Whether editors write so many entries that pages of older ones begin.
  private static boolean isLong(long seed) {
    return seed % 16 == 3;
  }

  /// Adds live coverage by two editors: entries, of which some are edited, pinned or taken away,
  /// while the article itself is revised, and sometimes withdrawn and restored. It leaves the other
  /// operations as they are.
  ///
  /// @param entries how many at least
  private static List<Operation> withLiveCoverage(
      List<Operation> drawn, SplittableRandom random, int entries) {
    var all = new ArrayList<>(drawn);
    int article = all.size();
    int at = random.nextInt(all.size() / 2 + 1);
    all.add(at++, new Operation(article, Kind.CREATE, -1, "live"));
    int count = entries + random.nextInt(6);
    for (int n = 0; n < count; n++) {
      at = later(all, at, random);
      int entry = all.size();
      var pinned = random.nextInt(10) == 0 ? "pinned" : "";
      all.add(at++, new Operation(entry, Kind.ADD_ENTRY, article, pinned));
      int place = at;
      for (var kind : changes(random)) {
        place = later(all, place, random);
        all.add(place++, new Operation(all.size(), kind, entry, ""));
      }
    }
    var revisions = List.of("publish", "move", "section");
    for (int n = 0; n < 2; n++) {
      var detail = revisions.get(random.nextInt(revisions.size()));
      int place = later(all, all.size() / 2, random);
      all.add(place, new Operation(all.size(), Kind.REVISE, article, detail));
    }
    if (random.nextInt(4) == 0) {
      all.add(new Operation(all.size(), Kind.WITHDRAW, article, ""));
      all.add(new Operation(all.size(), Kind.RESTORE, article, ""));
      all.add(new Operation(all.size(), Kind.REVISE, article, "publish"));
    }
    return all;
  }

  /// A place at most four operations after another.
  private static int later(List<Operation> all, int place, SplittableRandom random) {
    return place + random.nextInt(Math.min(4, all.size() - place) + 1);
  }

  /// What becomes of an entry.
  private static List<Kind> changes(SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> List.of(Kind.EDIT_ENTRY);
      case 1 -> List.of(Kind.REMOVE_ENTRY);
      case 2 -> List.of(Kind.PIN_ENTRY, Kind.EDIT_ENTRY);
      case 3 -> List.of(Kind.EDIT_ENTRY, Kind.EDIT_ENTRY);
      case 4 -> List.of(Kind.PIN_ENTRY, Kind.REMOVE_ENTRY);
      default -> List.of();
    };
  }

  /// Adds breaking news in between, of which half have an article. Some end by themselves, some by
  /// an editor, some with their article. They leave the other operations as they are.
  private static List<Operation> withBreakingNews(List<Operation> drawn, SplittableRandom random) {
    var all = new ArrayList<>(drawn);
    var created = drawn.stream().filter(o -> o.kind() == Kind.CREATE).toList();
    int count = 1 + random.nextInt(3);
    for (int n = 0; n < count; n++) {
      int target = random.nextBoolean() ? created.get(random.nextInt(created.size())).number() : -1;
      var minutes = List.of("2", "5", "600").get(random.nextInt(3));
      var operation = new Operation(all.size(), Kind.BREAK, target, minutes);
      all.add(1 + random.nextInt(all.size()), operation);
    }
    if (random.nextInt(3) == 0) {
      all.add(random.nextInt(all.size()), new Operation(all.size(), Kind.UNBREAK, -1, ""));
    }
    return all;
  }

  /// Adds replies to comments, each among decisions on the same comment. They leave the other
  /// operations as they are.
  private static List<Operation> withReplies(List<Operation> drawn, SplittableRandom random) {
    var all = new ArrayList<>(drawn);
    for (var comment : drawn.stream().filter(o -> o.kind() == Kind.COMMENT).toList()) {
      if (random.nextInt(3) > 0) {
        int place = all.indexOf(comment) + 1;
        for (var decision : List.of("approve", random.nextBoolean() ? "undo" : "approve")) {
          place += random.nextInt(all.size() - place + 1);
          all.add(place++, new Operation(all.size(), Kind.DECIDE, comment.number(), decision));
          var detail = List.of("keep", "keep", "edit", "withdraw").get(random.nextInt(4));
          all.add(place, new Operation(all.size(), Kind.REPLY, comment.number(), detail));
        }
      }
    }
    return all;
  }

  /// Adds restores of two of three withdrawn articles, most of which are published again. They
  /// leave the other operations as they are.
  private static List<Operation> withRestores(List<Operation> drawn, SplittableRandom random) {
    var all = new ArrayList<>(drawn);
    for (var withdrawal : drawn) {
      if (withdrawal.kind() == Kind.WITHDRAW && random.nextInt(3) > 0) {
        int at = all.indexOf(withdrawal) + 1;
        at += random.nextInt(all.size() - at + 1);
        all.add(at, new Operation(all.size(), Kind.RESTORE, withdrawal.target(), ""));
        if (random.nextInt(4) > 0) {
          at += 1 + random.nextInt(all.size() - at);
          all.add(at, new Operation(all.size(), Kind.REVISE, withdrawal.target(), "publish"));
        }
      }
    }
    return all;
  }

  /// Adds articles that are scheduled or end, and what editors do to them meanwhile. They leave the
  /// other operations as they are.
  private static List<Operation> withSchedules(List<Operation> drawn, SplittableRandom random) {
    var all = new ArrayList<>(drawn);
    int count = 2 + random.nextInt(3);
    for (int n = 0; n < count; n++) {
      int number = all.size();
      int at = random.nextInt(all.size() / 2 + 1);
      all.add(at, new Operation(number, Kind.CREATE, -1, n % 3 == 2 ? "ending" : "scheduled"));
      int edits = random.nextInt(4);
      for (int m = 0; m < edits; m++) {
        at += 1 + random.nextInt(Math.min(4, all.size() - at));
        var details = List.of("keep", "reschedule", "reschedule", "unschedule", "publish", "");
        var detail = details.get(random.nextInt(details.size()));
        var kind = detail.isEmpty() ? Kind.WITHDRAW : Kind.REVISE;
        all.add(at, new Operation(all.size(), kind, number, detail));
      }
    }
    return all;
  }

  /// Adds the records of authors: one at the beginning, so that articles can name its author, some
  /// in between, and a change at the end. They leave the other operations as they are.
  private static List<Operation> withAuthors(List<Operation> drawn, SplittableRandom random) {
    var all = new ArrayList<>(drawn);
    int count = 2 + random.nextInt(3);
    for (int n = 0; n < count; n++) {
      var slug = Operation.AUTHORS.get(n == 0 ? 0 : random.nextInt(Operation.AUTHORS.size()));
      var operation = new Operation(drawn.size() + n, Kind.AUTHOR, -1, slug);
      all.add(n == 0 ? 0 : random.nextInt(all.size()), operation);
    }
    all.add(new Operation(all.size(), Kind.AUTHOR, -1, Operation.AUTHORS.getFirst()));
    return all;
  }

  private void storm() {
    add(Kind.COMMENT, 0, "");
    for (int i = 0; i < 4; i++) {
      add(Kind.DECIDE, 1, "approve");
      add(Kind.DECIDE, 1, "undo");
    }
    add(Kind.REPRESS, -1, "");
  }

  private void draw() {
    int chance = random.nextInt(100);
    if (chance < 16) {
      add(Kind.CREATE, -1, random.nextInt(4) == 0 ? "draft" : "published");
    } else if (chance < 36) {
      var detail = List.of("publish", "keep", "move", "section").get(random.nextInt(4));
      add(Kind.REVISE, earlier(Kind.CREATE), detail);
    } else if (chance < 43) {
      add(Kind.CORRECT, earlier(Kind.CREATE), "publish");
    } else if (chance < 51) {
      add(Kind.WITHDRAW, earlier(Kind.CREATE), "");
    } else if (chance < 71) {
      add(Kind.COMMENT, earlier(Kind.CREATE), "");
    } else if (chance < 86) {
      var decision = List.of("approve", "approve", "reject", "undo").get(random.nextInt(4));
      add(Kind.DECIDE, earlier(Kind.COMMENT), decision);
    } else if (chance < 90) {
      add(Kind.ERASE, earlier(Kind.COMMENT), "");
    } else if (chance < 95) {
      add(Kind.PIN, earlier(Kind.CREATE), "");
    } else if (chance < 96) {
      add(Kind.UPLOAD, -1, "");
    } else {
      add(chance < 99 ? Kind.REBUILD : Kind.REPRESS, -1, "");
    }
  }

  /// The number of an earlier operation of `kind`, often the last one; -1 if there is none.
  private int earlier(Kind kind) {
    var all = drawn.stream().filter(o -> o.kind() == kind).toList();
    if (all.isEmpty()) {
      return -1;
    }
    return (random.nextBoolean() ? all.getLast() : all.get(random.nextInt(all.size()))).number();
  }

  private void add(Kind kind, int target, String detail) {
    boolean needsNoTarget =
        kind == Kind.CREATE || kind == Kind.UPLOAD || kind == Kind.REBUILD || kind == Kind.REPRESS;
    if (needsNoTarget || target >= 0) {
      drawn.add(new Operation(drawn.size(), kind, target, detail));
    }
  }
}
