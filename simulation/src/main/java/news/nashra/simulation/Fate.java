package news.nashra.simulation;

/// What happens to a call that stops at the gate.
enum Fate {
  DONE,
  /// Done, but its answer is lost and the SDK gives up.
  LOST,
  /// Done, its answer lost, and sent again by the SDK: the caller sees the second answer. A
  /// conditional write fails on its own result, with 412.
  TWICE,
  /// Not done: the SDK gives up after its timeout.
  NOT_DONE,
  /// Not done: 500.
  SERVER_ERROR,
  /// Not done: 503.
  UNAVAILABLE,
  /// Not done: throttled.
  THROTTLED,
  /// Not done: 409, another write of the same key is under way.
  CONFLICT,
  /// Not done: the caller is killed before it.
  KILLED_BEFORE,
  /// Done, but the caller is killed before it gets the answer.
  KILLED_AFTER
}
