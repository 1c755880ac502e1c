package news.nashra.articles;

import java.time.Instant;

/// A note to readers about an error that has been corrected.
public record Correction(Instant at, String text) {}
