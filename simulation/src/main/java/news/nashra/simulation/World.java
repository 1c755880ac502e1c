package news.nashra.simulation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// One newspaper and what happens to it: clients, streams and the minute's clock, of whom one at a
/// time goes on, drawn by the seed; then quiet, in which everything comes to rest.
final class World {
  private static final int MOST_STEPS = 30_000;
  private static final int MOST_FAILURES = 60;
  private static final int CLIENTS = 4;

  /// How often a write that was kept at the gate ends without an answer.
  private static final double LATE = 0.4;

  private static final Duration SDK_GIVES_UP = Duration.ofSeconds(8);

  private final long seed;
  private final SimulatedClock clock = new SimulatedClock();
  private final SplittableRandom random;
  private final Faults faults;
  private final Stage stage;
  private final Functions functions;
  private final Ledger ledger = new Ledger();
  private final Overwrites overwrites;
  private final Uploads uploads;
  private final List<StreamMapping> mappings;
  private final Deque<Operation> toCome;
  private final double sticky;
  private final double leaps;
  private final double stalls;
  private final boolean storm;
  private long minute;
  private int deliveries;

  World(long seed, List<Operation> history, Backend backend, Names names) {
    this.seed = seed;
    this.random = Chance.of(seed, "scheduler");
    this.faults = new Faults(seed);
    this.stage = new Stage(clock);
    this.overwrites = new Overwrites(backend.s3(), names.site());
    var changes = new Changes(backend.dynamoDb(), this::seen);
    this.functions =
        new Functions(
            seed,
            names,
            Gate.before(backend.dynamoDb(), changes, overwrites),
            Gate.before(backend.s3(), overwrites),
            clock);
    this.uploads = new Uploads(backend.s3(), names.uploads());
    this.mappings =
        List.of(
            new StreamMapping(
                seed,
                "heads",
                functions.press,
                keys -> keys.path("sk").path("S").asText().equals("HEAD"),
                changes.of(names.articles()),
                clock),
            new StreamMapping(
                seed,
                "shown",
                functions.press,
                keys -> keys.path("sk").path("S").asText().startsWith("SHOWN#"),
                changes.of(names.comments()),
                clock),
            new StreamMapping(
                seed,
                "lists",
                functions.rebuild,
                keys -> keys.path("pk").path("S").asText().equals("LIST#published"),
                changes.of(names.articles()),
                clock));
    this.toCome = new ArrayDeque<>(history);
    this.storm = History.isStorm(seed);
    this.sticky = storm ? 0 : List.of(0.0, 0.5, 0.9, 0.98).get(random.nextInt(4));
    this.leaps = List.of(0.0, 0.001, 0.004).get(random.nextInt(3));
    this.stalls = List.of(0.002, 0.01, 0.04).get(random.nextInt(3));
  }

  SimulatedClock clock() {
    return clock;
  }

  Ledger ledger() {
    return ledger;
  }

  Faults faults() {
    return faults;
  }

  Overwrites overwrites() {
    return overwrites;
  }

  List<String> trace() {
    return stage.trace();
  }

  /// Everything until quiet. The answer says why it did not come to rest; empty when it did.
  Optional<String> run() {
    try {
      while (!toCome.isEmpty() || clients() > 0) {
        tick();
        step();
      }
      faults.quiet();
      rest();
      for (int n = 0; n < 3; n++) {
        clock.move(Duration.ofMinutes(1));
        everyMinute();
        rest();
      }
      return stage.failure();
    } catch (Restless e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  /// Colleagues see a new article in their list before its editor has the answer.
  private void seen(String editor, String id) {
    ledger.identify(Integer.parseInt(editor.substring(Operation.PERSON.length())), id);
  }

  private static final class Restless extends RuntimeException {
    private static final long serialVersionUID = 1;

    Restless(String message) {
      super(message);
    }
  }

  private long clients() {
    return stage.actors().stream().filter(a -> a.name().startsWith("op")).count();
  }

  private void tick() {
    boolean leap = random.nextDouble() < leaps;
    clock.move(Duration.ofMillis(leap ? 5_000 + random.nextInt(40_000) : 1 + random.nextInt(20)));
    long now = clock.millis() / 60_000;
    if (minute == 0) {
      minute = now;
    }
    if (now > minute) {
      minute = now;
      everyMinute();
    }
  }

  private void everyMinute() {
    stage.start(
        "minute-lists-" + clock.millis() / 60_000,
        () -> Functions.invoke(functions.rebuild, Map.of()));
    stage.start(
        "minute-articles-" + clock.millis() / 60_000,
        () -> Functions.invoke(functions.press, Map.of()));
  }

  private void step() {
    if (stage.steps() > MOST_STEPS) {
      throw new Restless("no rest after " + MOST_STEPS + " steps");
    }
    double chance = random.nextDouble();
    if (!toCome.isEmpty() && clients() < CLIENTS && chance < 0.1) {
      begin(toCome.removeFirst());
    } else if (chance < 0.14) {
      var mapping = mappings.get(random.nextInt(mappings.size()));
      if (!mapping.backsOff(clock.millis())) {
        deliver(mapping);
      }
      uploads.next().ifPresent(this::resize);
    } else {
      goOn();
    }
  }

  private void begin(Operation operation) {
    var client = new Client(operation, functions, ledger, uploads, stage::steps);
    stage.start("op%02d".formatted(operation.number()), client::run);
  }

  private void resize(String id) {
    stage.start("resize " + deliveries++, () -> uploads.deliver(id, functions));
  }

  private boolean deliver(StreamMapping mapping) {
    if (!mapping.ready()) {
      return false;
    }
    if (faults.areQuiet() && mapping.failures() > MOST_FAILURES) {
      throw new Restless("a batch fails again and again: " + mapping.next());
    }
    mapping.begin();
    stage.start(mapping.next(), mapping::deliver);
    return true;
  }

  /// Lets one actor go on from the gate.
  private void goOn() {
    var able = stage.able();
    if (able.isEmpty()) {
      stage.earliest().ifPresent(at -> clock.move(Duration.ofMillis(at - clock.millis() + 1)));
      return;
    }
    var last = stage.last().filter(able::contains);
    var actor =
        last.isPresent() && random.nextDouble() < sticky
            ? last.get()
            : able.get(random.nextInt(able.size()));
    if (!faults.areQuiet() && !actor.stalled() && random.nextDouble() < stall(actor)) {
      actor.stall(Duration.ofMillis(random.nextInt(storm ? 8_000 : 10_000)));
      return;
    }
    stage.resume(actor, fate(actor));
  }

  /// How often a call is kept at the gate: in a storm, most often the write of a page.
  private double stall(Actor actor) {
    var call = actor.call();
    if (storm && call.writes() && call.service() == Call.Service.S3) {
      return 0.6;
    }
    return call.writes() ? 3 * stalls : stalls;
  }

  private Fate fate(Actor actor) {
    if (!faults.areQuiet() && actor.overdue()) {
      return faults.killed(actor);
    }
    if (faults.areQuiet() || actor.call().service() == Call.Service.NOBODY) {
      return Fate.DONE;
    }
    boolean late = !storm && actor.stalled() && actor.call().writes() && random.nextDouble() < LATE;
    return late || actor.heldFor(SDK_GIVES_UP) ? faults.late(actor) : faults.of(actor);
  }

  /// Until every actor has ended and every record is handed over.
  private void rest() {
    boolean busy = true;
    while (busy) {
      if (stage.steps() > MOST_STEPS) {
        throw new Restless("no rest after " + MOST_STEPS + " steps");
      }
      busy = !stage.actors().isEmpty();
      if (busy) {
        clock.move(Duration.ofMillis(5));
        goOn();
      }
      var upload = uploads.next();
      upload.ifPresent(this::resize);
      busy |= upload.isPresent();
      if (!busy) {
        for (var mapping : mappings) {
          busy |= deliver(mapping);
        }
      }
    }
  }

  @Override
  public String toString() {
    return "seed " + seed;
  }
}
