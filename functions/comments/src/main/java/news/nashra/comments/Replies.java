package news.nashra.comments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The newspaper's reply to a comment, in every version that it has had. Readers see the last one;
/// the record keeps who wrote each. Immutable.
///
/// @param versions oldest first
public record Replies(List<Version> versions) {
  /// Of a comment without a reply.
  public static final Replies NONE = new Replies(List.of());

  public Replies {
    versions = List.copyOf(versions);
  }

  /// A version of the reply.
  ///
  /// @param by the user name of who wrote or withdrew it
  /// @param body empty if the reply was withdrawn
  /// @param since when the reply was first given, or given again after it was withdrawn
  public record Version(Instant at, String by, Optional<String> body, Instant since) {
    private int bytes() {
      return (by + body.orElse("")).getBytes(StandardCharsets.UTF_8).length;
    }
  }

  /// The reply that is given now; empty if there is none, or if it was withdrawn.
  public Optional<Version> current() {
    return versions.isEmpty() || versions.getLast().body().isEmpty()
        ? Optional.empty()
        : Optional.of(versions.getLast());
  }

  /// What readers see of it.
  public Optional<ShownReply> shown() {
    return current()
        .map(now ->
            new ShownReply(
                now.body().orElseThrow(),
                now.since(),
                Optional.of(now.at()).filter(at -> !at.equals(now.since()))));
  }

  /// The reply with a new text.
  Replies written(String body, String by, Instant at) {
    return with(new Version(at, by, Optional.of(body), current().map(Version::since).orElse(at)));
  }

  /// The reply after it was withdrawn.
  Replies withdrawn(String by, Instant at) {
    return with(new Version(at, by, Optional.empty(), at));
  }

  private Replies with(Version version) {
    var all = new ArrayList<>(versions);
    all.add(version);
    return new Replies(DecisionHistory.newest(all, Version::bytes));
  }
}
