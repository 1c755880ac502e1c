package news.nashra.articles;

import java.util.Optional;

/// The picture at the head of an article.
///
/// @param alt what it shows, for those who do not see it; empty if it is only decoration
public record LeadImage(
    String mediaId, String alt, Optional<String> caption, Optional<String> credit) {}
