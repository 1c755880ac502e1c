package news.nashra.comments.delivery;

/// Hands a mail over to be delivered.
@FunctionalInterface
public interface Mailer {
  /// Returns when the mail is accepted. What the service does not accept throws.
  void send(Letter letter);
}
