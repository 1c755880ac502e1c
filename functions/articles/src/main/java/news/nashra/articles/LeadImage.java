package news.nashra.articles;

import java.util.Optional;
import news.nashra.media.Focus;

/// The lead picture of an article.
///
/// @param alt its description for readers who cannot see it; empty if it is decoration
/// @param focus what every cut of the picture keeps; empty for the upper third
public record LeadImage(
    String mediaId,
    String alt,
    Optional<String> caption,
    Optional<String> credit,
    Optional<Focus> focus) {}
