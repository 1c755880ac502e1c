package news.nashra.comments.proof;

/// A question for a reader whose browser runs no script.
///
/// @param token signed; the form returns it with the answer
public record Question(String token, String text) {}
