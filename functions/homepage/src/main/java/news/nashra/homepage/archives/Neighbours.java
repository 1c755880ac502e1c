package news.nashra.homepage.archives;

import java.util.Optional;
import java.util.function.Function;

/// The nearest earlier and later day, month or article.
public record Neighbours<T>(Optional<T> earlier, Optional<T> later) {
  <R> Neighbours<R> map(Function<T, R> to) {
    return new Neighbours<>(earlier.map(to), later.map(to));
  }
}
