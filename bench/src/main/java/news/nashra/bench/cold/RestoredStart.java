package news.nashra.bench.cold;

import static news.nashra.bench.cold.ColdStart.milliseconds;

import java.io.IOException;
import java.util.Map;
import news.nashra.testing.lambda.FunctionProcess;

/// One life of a function with SnapStart, from which no snapshot is taken: the runtime interface
/// client says that it is ready, and goes on when it is told that it was restored. So it has what a
/// restored one has, but no page of its memory has to be read. In milliseconds.
///
/// @param ready from the start of its process until a snapshot could be taken
/// @param first from the restoration to the first answer
/// @param second what the second answer took
record RestoredStart(double ready, double first, double second) {
  /// Until what was begun before the snapshot is over.
  private static final long REST_MILLIS = 1_000;

  static RestoredStart of(Subject subject) throws IOException, InterruptedException {
    var snapStart = Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    return subject.live(snapStart, function -> live(subject, function));
  }

  private static RestoredStart live(Subject subject, FunctionProcess function)
      throws InterruptedException {
    var api = function.api();
    double ready = milliseconds(function.start(), api.ready());
    Thread.sleep(REST_MILLIS);
    long restored = System.nanoTime();
    api.restore();
    double first = milliseconds(restored, api.invoke(subject.nextEvent(), subject.expected()));
    api.started();
    api.started();
    long asked = System.nanoTime();
    double second = milliseconds(asked, api.invoke(subject.nextEvent(), subject.expected()));
    return new RestoredStart(ready, first, second);
  }
}
