package news.nashra.homepage.archives;

import java.util.Optional;
import java.util.function.Function;

/// What lies nearest before and after.
public record Neighbours<T>(Optional<T> earlier, Optional<T> later) {
  <R> Neighbours<R> map(Function<T, R> to) {
    return new Neighbours<>(earlier.map(to), later.map(to));
  }
}
