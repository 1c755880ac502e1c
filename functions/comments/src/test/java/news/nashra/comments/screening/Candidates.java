package news.nashra.comments.screening;

import java.time.Instant;

/// Comments to be screened.
final class Candidates {
  private Candidates() {}

  static Candidate of(String name, String title, String body, String honeypot) {
    return new Candidate(
        "01KJ4Z6V8G0000000000000001",
        "person",
        Instant.parse("2026-02-23T08:00:00Z"),
        name,
        title,
        body,
        honeypot);
  }
}
