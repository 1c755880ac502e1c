package news.nashra.core.press;

import java.util.Optional;

/// A page as it was composed, to be looked at before it is written.
///
/// @param standing the page that stood before the truth was read
/// @param page what the truth says
public record Proof(String key, Optional<Standing> standing, Page page) {}
