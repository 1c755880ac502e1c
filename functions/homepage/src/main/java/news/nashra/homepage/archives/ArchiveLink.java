package news.nashra.homepage.archives;

/// A link to another archive.
///
/// @param path without the origin
public record ArchiveLink(String path, String name) {}
