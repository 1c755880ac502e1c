package news.nashra.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import news.nashra.core.Ids;

/// Randomness that follows from a seed and the name of its purpose.
final class Chance {
  private Chance() {}

  static SplittableRandom of(long seed, String name) {
    long hash = seed;
    for (int i = 0; i < name.length(); i++) {
      hash = hash * 0x100000001B3L ^ name.charAt(i);
    }
    return new SplittableRandom(hash);
  }

  /// Ids of the simulated time. Each actor has its own sequence.
  static Supplier<String> ids(long seed, SimulatedClock clock) {
    Map<String, Integer> made = new HashMap<>();
    return () -> {
      var name = Actor.current().name();
      var random = of(seed, "id " + name + " " + made.merge(name, 1, Integer::sum));
      var bytes = new byte[Ids.BYTES];
      random.nextBytes(bytes);
      for (int i = 0; i < 6; i++) {
        bytes[i] = (byte) (clock.millis() >>> (40 - 8 * i));
      }
      return Ids.fromBytes(bytes);
    };
  }
}
