package news.nashra.articles;

import java.util.Optional;

/// The lead picture of an article.
///
/// @param alt its description for readers who cannot see it; empty if it is decoration
public record LeadImage(
    String mediaId, String alt, Optional<String> caption, Optional<String> credit) {}
