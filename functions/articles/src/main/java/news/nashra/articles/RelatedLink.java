package news.nashra.articles;

/// A link to another article.
///
/// @param path percent-encoded
public record RelatedLink(String path, String headline) {}
