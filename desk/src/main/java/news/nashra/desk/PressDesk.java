package news.nashra.desk;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import news.nashra.core.Log;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.http.Json;
import news.nashra.core.press.Page;
import news.nashra.core.press.PageGroup;
import news.nashra.core.press.PageResult;
import news.nashra.core.press.Press;
import news.nashra.core.press.PressRun;
import news.nashra.site.Edition;
import news.nashra.site.Site;

/// Puts the desk of this release into the bucket, and back if it was lost, by a schedule. Its page
/// comes last, so that it never names a script that is not there. Thread-safe.
public final class PressDesk implements RequestStreamHandler {
  private final Map<String, Page> bundled = DeskFiles.bundled();
  private final Map<String, Page> own;
  private final Press press;

  /// Configured by the environment variables `SITE_BUCKET`, `SITE_ORIGIN`, `SIGN_IN_ORIGIN`,
  /// `SIGN_IN_ISSUER`, `SIGN_IN_CLIENT`.
  public PressDesk() {
    this(new Aws(Settings.fromEnvironment()));
  }

  private PressDesk(Aws aws) {
    this(
        Site.of(Edition.load(), aws.setting("SITE_ORIGIN")),
        new SignIn(
            aws.setting("SIGN_IN_ORIGIN"),
            aws.setting("SIGN_IN_ISSUER"),
            aws.setting("SIGN_IN_CLIENT")),
        new Press(aws.bucket("SITE_BUCKET"), InstantSource.system()));
  }

  PressDesk(Site site, SignIn signIn, Press press) {
    this.own = DeskFiles.own(site, signIn);
    this.press = press;
  }

  /// Throws if a file could not be written; the next run tries again.
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Log.begin(context);
    var written = press().stream().filter(PageResult::changed).map(PageResult::key).toList();
    out.write(Json.write(Map.of("written", written)).getBytes(StandardCharsets.UTF_8));
  }

  List<PageResult> press() {
    return new PressRun<>(press, () -> "the desk needs no table")
        .press(List.of(group("files", bundled)), List.of(group("page", own)))
        .orThrow();
  }

  private static PageGroup<String> group(String name, Map<String, Page> files) {
    return PageGroup.of("desk: " + name, List.copyOf(files.keySet()), (nothing, stored) -> files);
  }
}
