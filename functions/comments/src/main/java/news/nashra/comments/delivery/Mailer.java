package news.nashra.comments.delivery;

/// Hands a mail over to be delivered.
@FunctionalInterface
public interface Mailer {
  /// Returns when the mail is accepted or refused for good. What may succeed later throws, with a
  /// message that may be logged: it has no address.
  ///
  /// @return false if the service takes no such mail, whenever it is sent
  boolean send(Letter letter);
}
