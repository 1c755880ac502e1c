package news.nashra.articles.check;

/// The steps of a check, in order. docs/operations.md says what it means when one fails.
enum Step {
  /// Withdraws what a check that broke off left behind.
  CLEAN_UP("CleanUp"),
  /// The API refuses an editor without a token.
  REFUSE("Refuse"),
  PUBLISH("Publish"),
  /// The page shows what was published.
  READ("Read"),
  EDIT("Edit"),
  /// The page shows what was changed.
  READ_AGAIN("ReadAgain"),
  CHALLENGE("Challenge"),
  COMMENT("Comment"),
  /// The writer of the comment is told that it is pending.
  STATUS("Status"),
  WITHDRAW("Withdraw"),
  /// The page is gone.
  GONE("Gone");

  private final String word;

  Step(String word) {
    this.word = word;
  }

  /// As logs and alarms name it: `ReadAgain`.
  String word() {
    return word;
  }

  /// The metric of the milliseconds that it takes: `CheckReadAgainMillis`.
  String metric() {
    return "Check" + word + "Millis";
  }
}
