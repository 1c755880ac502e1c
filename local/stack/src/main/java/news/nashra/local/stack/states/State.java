package news.nashra.local.stack.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/// A state of a machine. The name of the next one is absent where the machine ends.
sealed interface State {
  /// Hands its input to a function.
  record Task(
      String function,
      JsonPath inputPath,
      Optional<PayloadTemplate> parameters,
      Output output,
      Optional<Retry> retry,
      Optional<Catch> caught)
      implements State {}

  /// Runs a machine for each item of a list.
  ///
  /// @param toleratedPercentage of the items may fail
  record Map(
      JsonPath itemsPath,
      int maxConcurrency,
      int toleratedPercentage,
      Definition processor,
      Output output,
      Optional<Catch> caught)
      implements State {}

  /// Answers a value, or what it makes of its input.
  record Pass(
      Optional<JsonNode> result, Optional<PayloadTemplate> parameters, Optional<String> next)
      implements State {}

  /// Goes on where the first rule that holds says.
  record Choice(List<Rule> rules, Optional<String> otherwise) implements State {}

  record Succeed() implements State {}

  record Fail(String error, String cause) implements State {}

  /// What becomes of a result.
  record Output(Optional<PayloadTemplate> selector, ResultPath path, Optional<String> next) {}

  /// For all errors.
  ///
  /// @param intervalSeconds before the first of the attempts
  /// @param backoff by which each pause is longer than the one before
  record Retry(int intervalSeconds, int maxAttempts, double backoff) {}

  /// For all errors.
  record Catch(ResultPath path, String next) {}

  /// @param lessThan the variable is a number less than what is there; absent to ask whether the
  ///   variable is present
  record Rule(JsonPath variable, Optional<JsonPath> lessThan, boolean present, String next) {}
}
