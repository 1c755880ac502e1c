package news.nashra.comments;

import java.util.Optional;

/// What became of a comment, as its writer may know it.
///
/// @param status `pending`, `published` or `declined`
/// @param url of a published comment, with its fragment
public record CommentStatus(String reference, String status, Optional<String> url) {}
