package news.nashra.comments.screening;

import java.time.Instant;

/// A comment to be screened, before it is stored.
///
/// @param person keyed hash of its writer's email address, the same for all comments of a person
/// @param honeypot what was typed into a field that people do not see; empty for people
public record Candidate(
    String articleId,
    String person,
    Instant submittedAt,
    String name,
    String title,
    String body,
    String honeypot) {}
