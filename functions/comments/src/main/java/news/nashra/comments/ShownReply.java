package news.nashra.comments;

import java.time.Instant;
import java.util.Optional;

/// The newspaper's reply to a comment as readers see it, without the name of who wrote it.
///
/// @param at when it was given
/// @param editedAt when its text last changed
public record ShownReply(String body, Instant at, Optional<Instant> editedAt) {}
