package news.nashra.comments.proof;

/// A question for a reader without script.
///
/// @param token signed; comes back with the answer
public record Question(String token, String text) {}
