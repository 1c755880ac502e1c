package news.nashra.simulation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// One newspaper and what happens to it. Clients, streams and scheduled runs take turns, as the
/// seed decides, while calls fail. Then the faults end and everything comes to rest.
final class World {
  private static final int MAX_STEPS = 30_000;
  private static final int MAX_CLIENTS = 4;

  private final SimulatedClock clock = new SimulatedClock();
  private final SplittableRandom random;
  private final Faults faults;
  private final Stage stage;
  private final Functions functions;
  private final Ledger ledger = new Ledger();
  private final Overwrites overwrites;
  private final Uploads uploads;
  private final Deliveries deliveries;
  private final Schedule schedule;
  private final Optional<Releases> releases;
  private final FirstSights sights;
  private final Deque<Operation> upcoming;
  private final Pace pace;
  private final Scheduler scheduler;

  World(long seed, List<Operation> history, Backend backend, Names names) {
    this.random = Chance.of(seed, "scheduler");
    this.faults = new Faults(seed);
    this.stage = new Stage(clock);
    this.overwrites = new Overwrites(backend.s3(), names.site());
    this.sights = new FirstSights(backend.s3(), names.site(), clock);
    var changes = new Changes(backend.dynamoDb(), this::articleListed);
    this.functions =
        new Functions(
            seed,
            names,
            Gate.before(backend.dynamoDb(), changes, overwrites, History.hasTornBatches(seed)),
            Gate.before(backend.s3(), overwrites, sights),
            clock);
    this.uploads = new Uploads(backend.s3(), names.uploads());
    var mappings = StreamMapping.ofTemplate(seed, functions, names, changes, clock);
    this.deliveries = new Deliveries(stage, faults, functions, uploads, mappings);
    boolean scheduling = history.stream().anyMatch(Operation::isTimed);
    this.releases = Optional.of(new Releases(stage, functions)).filter(r -> scheduling);
    this.schedule = new Schedule(stage, clock, functions, releases);
    this.upcoming = new ArrayDeque<>(history);
    this.pace = Pace.draw(seed, random);
    this.scheduler = new Scheduler(random, pace, clock, stage, faults);
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

  FirstSights sights() {
    return sights;
  }

  List<String> trace() {
    return stage.trace();
  }

  /// Runs the whole history.
  ///
  /// @return why the world did not come to rest; empty if it did
  Optional<String> run() {
    try {
      releases.ifPresent(Releases::startSweeps);
      while (!upcoming.isEmpty() || clients() > 0) {
        advanceClock();
        step();
      }
      faults.end();
      rest();
      for (int n = 0; n < 3; n++) {
        clock.move(Duration.ofMinutes(1));
        schedule.start();
        rest();
      }
      return stage.failure();
    } catch (Restless e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  /// Other editors see a new article in their list before its own editor gets the answer.
  private void articleListed(String editor, String id) {
    ledger.identify(Integer.parseInt(editor.substring(Operation.PERSON.length())), id);
  }

  private long clients() {
    return stage.actors().stream().filter(a -> a.name().startsWith("op")).count();
  }

  private void advanceClock() {
    boolean leap = random.nextDouble() < pace.leaps();
    clock.move(Duration.ofMillis(leap ? 5_000 + random.nextInt(40_000) : 1 + random.nextInt(20)));
    schedule.startIfDue();
  }

  private void step() {
    checkSteps();
    double chance = random.nextDouble();
    if (!upcoming.isEmpty() && clients() < MAX_CLIENTS && chance < 0.1) {
      begin(upcoming.removeFirst());
    } else if (chance < 0.14) {
      deliveries.startSome(random, clock.millis());
      releases.ifPresent(r -> r.startNext(random));
    } else {
      scheduler.next();
    }
  }

  private void checkSteps() {
    if (stage.steps() > MAX_STEPS) {
      throw new Restless("no rest after " + MAX_STEPS + " steps");
    }
  }

  private void begin(Operation operation) {
    var client = new Client(operation, functions, ledger, uploads, stage::steps);
    stage.start("op%02d".formatted(operation.number()), client::run);
  }

  /// Runs until every actor has ended and every record is delivered.
  private void rest() {
    boolean busy = true;
    while (busy) {
      checkSteps();
      busy = !stage.actors().isEmpty();
      if (busy) {
        clock.move(Duration.ofMillis(5));
        scheduler.next();
      }
      busy |= deliveries.startUpload();
      busy |= releases.filter(r -> r.startNext(random)).isPresent();
      if (!busy) {
        busy = deliveries.startBatches();
      }
    }
  }
}
