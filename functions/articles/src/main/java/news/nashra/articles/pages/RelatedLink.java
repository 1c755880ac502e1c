package news.nashra.articles.pages;

/// A link to another article.
///
/// @param path percent-encoded
public record RelatedLink(String path, String headline) {}
