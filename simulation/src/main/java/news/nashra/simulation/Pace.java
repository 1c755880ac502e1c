package news.nashra.simulation;

import java.util.List;
import java.util.SplittableRandom;

/// How one seed schedules its actors. All shares are from 0 to 1.
///
/// @param sticky how often the actor that ran last runs again
/// @param leaps how often the clock leaps ahead
/// @param stalls how often a call is kept at the gate
/// @param storm whether the history is a [storm][History#isStorm]
record Pace(double sticky, double leaps, double stalls, boolean storm) {
  static Pace draw(long seed, SplittableRandom random) {
    boolean storm = History.isStorm(seed);
    return new Pace(
        storm ? 0 : List.of(0.0, 0.5, 0.9, 0.98).get(random.nextInt(4)),
        List.of(0.0, 0.001, 0.004).get(random.nextInt(3)),
        List.of(0.002, 0.01, 0.04).get(random.nextInt(3)),
        storm);
  }

  /// How often this call is kept at the gate: in a storm, most often the write of a page.
  double stallsOf(Call call) {
    if (storm && call.writes() && call.service() == Call.Service.S3) {
      return 0.6;
    }
    return call.writes() ? 3 * stalls : stalls;
  }
}
