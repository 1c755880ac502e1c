package news.nashra.homepage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.nashra.core.Together;
import news.nashra.core.press.Page;
import news.nashra.core.press.Press;
import news.nashra.core.press.Pressed;
import news.nashra.core.press.Proof;
import news.nashra.core.press.Standing;

/// One run of the press over many pages: looks at what stands, reads and composes all, and only
/// then writes. What fails is noted, and holds up nothing else.
final class Run {
  private final Press press;
  private final Supplier<Reading> readings;
  private final List<Rebuilt.Failure> failures = Collections.synchronizedList(new ArrayList<>());

  /// @param readings a fresh look into the tables, each time
  Run(Press press, Supplier<Reading> readings) {
    this.press = press;
    this.readings = readings;
  }

  /// A page and what it was composed with.
  private record Galley(Spread spread, Proof proof) {}

  /// Presses them all: the pages of `first` are written before those of `then`.
  Rebuilt over(Collection<Spread> first, Collection<Spread> then) {
    var all = Stream.concat(first.stream(), then.stream()).toList();
    var standing = each(all, Spread::name, this::look);
    var reading = readings.get();
    var galleys =
        each(
            standing.keySet(),
            Spread::name,
            spread -> compose(spread, standing.getOrDefault(spread, Map.of()), reading));
    var pages = new ArrayList<>(write(first, galleys));
    pages.addAll(write(then, galleys));
    return new Rebuilt(pages, failures, Set.of());
  }

  private Map<String, Standing> look(Spread spread) {
    var standing = new ConcurrentHashMap<String, Standing>();
    Together.all(
        spread.keys().stream()
            .<Callable<Boolean>>map(key ->
                () -> {
                  press.look(key).ifPresent(page -> standing.put(key, page));
                  return true;
                })
            .toList());
    return standing;
  }

  private static List<Galley> compose(
      Spread spread, Map<String, Standing> standing, Reading reading) {
    var galleys = new ArrayList<Galley>();
    spread
        .compose(reading, standing)
        .forEach((key, page) ->
            galleys.add(
                new Galley(spread, new Proof(key, Optional.ofNullable(standing.get(key)), page))));
    return galleys;
  }

  private Collection<Pressed> write(
      Collection<Spread> spreads, Map<Spread, List<Galley>> composed) {
    var galleys =
        spreads.stream().flatMap(s -> composed.getOrDefault(s, List.of()).stream()).toList();
    return each(galleys, galley -> galley.proof().key(), this::write).values();
  }

  private Pressed write(Galley galley) {
    return press.press(galley.proof(), standing -> again(galley, standing));
  }

  /// The page from a truth that is read anew.
  private Page again(Galley galley, Optional<Standing> standing) {
    var key = galley.proof().key();
    var known = standing.map(s -> Map.of(key, s)).orElse(Map.of());
    return galley
        .spread()
        .compose(readings.get(), known)
        .getOrDefault(key, new Page.Keep("no longer composed"));
  }

  /// Does `work` on each, side by side; the results of those that did not fail.
  private <A, B> Map<A, B> each(Collection<A> all, Function<A, String> name, Function<A, B> work) {
    var results = new ConcurrentHashMap<A, B>();
    Together.all(
        all.stream()
            .<Callable<Boolean>>map(one ->
                () -> {
                  try {
                    results.put(one, work.apply(one));
                    return true;
                  } catch (RuntimeException e) {
                    failures.add(new Rebuilt.Failure(name.apply(one), e));
                    return false;
                  }
                })
            .toList());
    return results;
  }
}
