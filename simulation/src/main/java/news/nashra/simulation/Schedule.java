package news.nashra.simulation;

import java.util.Map;
import java.util.Optional;

/// The functions that run every minute.
final class Schedule {
  private static final long MINUTE_MILLIS = 60_000;

  private final Stage stage;
  private final SimulatedClock clock;
  private final Functions functions;
  private final Optional<Releases> releases;
  private long minute;

  /// @param releases empty where nothing is scheduled
  Schedule(Stage stage, SimulatedClock clock, Functions functions, Optional<Releases> releases) {
    this.stage = stage;
    this.clock = clock;
    this.functions = functions;
    this.releases = releases;
  }

  /// Starts the functions if a new minute has begun.
  void startIfDue() {
    long now = clock.millis() / MINUTE_MILLIS;
    if (minute == 0) {
      minute = now;
    }
    if (now > minute) {
      minute = now;
      start();
    }
  }

  void start() {
    long now = clock.millis() / MINUTE_MILLIS;
    stage.start("minute-lists-" + now, () -> Functions.invoke(functions.rebuild, Map.of()));
    stage.start("minute-articles-" + now, () -> Functions.invoke(functions.press, Map.of()));
    releases.ifPresent(Releases::startSweeps);
  }
}
