package news.nashra.comments.screening;

import java.time.Instant;

/// A comment as the screening sees it, before it is stored: what its writer typed, and what is
/// known of it.
///
/// @param articleId the article that it is about
/// @param person keyed hash of its writer's email address, the same for all comments of one person
/// @param honeypot what was typed into the honeypot, a field that people never see; empty for
///   people
public record Candidate(
    String articleId,
    String person,
    Instant submittedAt,
    String name,
    String title,
    String body,
    String honeypot) {}
