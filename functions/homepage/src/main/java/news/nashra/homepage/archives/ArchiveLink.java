package news.nashra.homepage.archives;

/// A place in time that an archive's page links to.
///
/// @param path of its page, without the origin
public record ArchiveLink(String path, String name) {}
