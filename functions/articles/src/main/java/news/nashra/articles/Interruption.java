package news.nashra.articles;

import java.time.Instant;
import java.util.Optional;

/// A time in which a published article was withdrawn.
///
/// @param from the withdrawal
/// @param to when it was published again; empty while it is not
public record Interruption(Instant from, Optional<Instant> to) {}
