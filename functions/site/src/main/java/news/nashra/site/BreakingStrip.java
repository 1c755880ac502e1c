package news.nashra.site;

import java.time.Instant;
import java.util.Optional;

/// Breaking news as the strip at the foot of pages shows it.
///
/// @param path of the article that it links to, if there is one
/// @param until when it ends, also in the browser of a reader whose page is older
public record BreakingStrip(String text, Optional<String> path, Instant until) {}
