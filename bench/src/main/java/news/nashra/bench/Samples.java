package news.nashra.bench;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/// Times of one kind. Thread-safe.
final class Samples {
  private final List<Long> nanos = new CopyOnWriteArrayList<>();

  void add(long time) {
    nanos.add(time);
  }

  int count() {
    return nanos.size();
  }

  /// The time in milliseconds that `percent` of them did not exceed.
  double millis(double percent) {
    var sorted = nanos.stream().sorted().toList();
    int index = (int) Math.ceil(percent / 100 * sorted.size()) - 1;
    return sorted.get(Math.max(0, index)) / 1e6;
  }

  String format(double percent) {
    return String.format(Locale.ROOT, "%.1f ms", millis(percent));
  }
}
