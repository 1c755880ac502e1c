package news.nashra.articles.check;

/// What came of a step.
///
/// @param detail what was found, or why the step was skipped or failed; empty for nothing to say
record StepResult(Step step, Outcome outcome, long millis, String detail) {
  enum Outcome {
    PASSED,
    SKIPPED,
    FAILED
  }
}
