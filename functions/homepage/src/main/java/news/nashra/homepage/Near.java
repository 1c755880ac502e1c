package news.nashra.homepage;

/// A place in time that an archive's page links to.
///
/// @param path of its page, without the origin
public record Near(String path, String name) {}
