package news.nashra.articles;

import java.time.Instant;

/// What was wrong in an article and has been put right, for its readers.
public record Correction(Instant at, String text) {}
