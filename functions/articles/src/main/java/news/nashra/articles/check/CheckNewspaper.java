package news.nashra.articles.check;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import news.nashra.core.Ids;
import news.nashra.core.Log;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import org.jspecify.annotations.Nullable;

/// Checks the newspaper every five minutes, if the template's parameter `SyntheticCheck` is on:
/// publishes an article in the hidden section, reads, edits and comments on it at the public
/// address, and withdraws it. Measures each step, and counts 1 in the metric `CheckFailed` if one
/// fails, 0 otherwise. Answers the id of the run, and what came of each step.
public final class CheckNewspaper implements RequestStreamHandler {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Table articles;
  private final PublishFunction publisher;
  private final PublicSite site;
  private final Duration patience;
  private final Supplier<String> ids;

  /// Configured by the environment variables `ARTICLES_TABLE`, `SITE_ORIGIN` and
  /// `PUBLISH_FUNCTION`, the alias of the function that publishes.
  public CheckNewspaper() {
    this(Settings.fromEnvironment(), PATIENCE);
  }

  /// @param patience how long a page may take to follow a change
  public CheckNewspaper(Settings settings, Duration patience) {
    var aws = new Aws(settings);
    this.patience = patience;
    this.articles = aws.table("ARTICLES_TABLE");
    this.publisher = new PublishFunction(aws, aws.setting("PUBLISH_FUNCTION"));
    this.site = new PublicSite(aws.setting("SITE_ORIGIN"));
    this.ids = new Ids(InstantSource.system());
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, @Nullable Context context)
      throws IOException {
    Log.begin(context);
    var run = ids.get().toLowerCase(Locale.ROOT);
    var results = new CheckRun(articles, publisher, site, patience, run).run();
    results.forEach(CheckNewspaper::measure);
    boolean failed = results.stream().anyMatch(CheckNewspaper::failed);
    Log.count("CheckFailed", failed ? 1 : 0, Map.of("run", run));
    out.write(answer(run, results, !failed).getBytes(StandardCharsets.UTF_8));
  }

  private static boolean failed(StepResult result) {
    return result.outcome() == StepResult.Outcome.FAILED;
  }

  private static void measure(StepResult result) {
    var facts = Map.of("step", result.step().word(), "detail", result.detail());
    switch (result.outcome()) {
      case PASSED -> Log.millis(result.step().metric(), result.millis(), facts);
      case SKIPPED -> Log.info("step of the check skipped", facts);
      case FAILED -> Log.warn("step of the check failed", facts);
    }
  }

  private static String answer(String run, List<StepResult> results, boolean passed) {
    return Json.write(
        Map.of(
            "run",
            run,
            "passed",
            passed,
            "steps",
            results.stream()
                .map(result ->
                    Map.of(
                        "step", result.step().word(),
                        "outcome", result.outcome().name().toLowerCase(Locale.ROOT),
                        "millis", result.millis(),
                        "detail", result.detail()))
                .toList()));
  }
}
