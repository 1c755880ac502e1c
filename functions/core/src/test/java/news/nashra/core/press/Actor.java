package news.nashra.core.press;

/// A running function, between two of its calls.
///
/// @param step the call that it makes next
/// @param etag the page that it found when it looked
/// @param read what it read of the truth
/// @param looked the time of its look, 0 before it
/// @param at the time that it will write to AGAIN or has read there, or 0
record Actor(Role role, Step step, Content etag, Content read, int looked, int at) {

  enum Role {
    /// Presses once, right after a change.
    EDITOR,
    /// Processes one record of the stream.
    CONSUMER,
    /// Runs every minute while AGAIN exists.
    CLOCK
  }

  /// An actor that has seen neither page nor truth yet.
  static Actor starting(Role role, Step step, int at) {
    return new Actor(role, step, Content.NOTHING, Content.NOTHING, 0, at);
  }

  Actor to(Step next) {
    return new Actor(role, next, etag, read, looked, at);
  }

  Actor sees(Content page, int time) {
    return new Actor(role, step, page, read, time, at);
  }

  Actor learns(Content truth) {
    return new Actor(role, step, etag, truth, looked, at);
  }

  Actor withTimes(int newLooked, int newAt) {
    return new Actor(role, step, etag, read, newLooked, newAt);
  }

  /// When it began its current work, or 0 if unknown. No actor lives longer than the maximum
  /// duration of a press after that.
  int since() {
    return step == Step.NOTE ? at : looked;
  }

  /// A number that is equal only for equal actors.
  @SuppressWarnings("EnumOrdinal") // The number is never stored.
  int code() {
    int calls = role.ordinal() << 3 | step.ordinal();
    int known = etag.ordinal() << 2 | read.ordinal();
    return ((calls << 4 | known) << 4 | looked) << 4 | at;
  }

  @Override
  public int hashCode() {
    return code() * 0x9E3779B9;
  }
}
