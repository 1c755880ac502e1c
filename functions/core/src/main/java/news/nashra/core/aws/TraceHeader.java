package news.nashra.core.aws;

import java.util.Optional;
import java.util.regex.Pattern;

/// Which segment a traced request belongs to.
///
/// @param root the id of the trace
/// @param parent the id of the function's segment
record TraceHeader(String root, String parent) {
  private static final Pattern ROOT = Pattern.compile("Root=(1-[0-9a-f]{8}-[0-9a-f]{24})(;|$)");
  private static final Pattern PARENT = Pattern.compile("Parent=([0-9a-f]{16})(;|$)");
  private static final Pattern SAMPLED = Pattern.compile("Sampled=1(;|$)");

  /// Of the request that is being handled. For Java, Lambda puts it into [a
  /// property](https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html).
  static Optional<TraceHeader> current() {
    return parse(System.getProperty("com.amazonaws.xray.traceHeader", ""));
  }

  /// `Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1`. Absent for a
  /// request that is [not
  /// sampled](https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader).
  static Optional<TraceHeader> parse(String header) {
    var root = ROOT.matcher(header);
    var parent = PARENT.matcher(header);
    return root.find() && parent.find() && SAMPLED.matcher(header).find()
        ? Optional.of(new TraceHeader(root.group(1), parent.group(1)))
        : Optional.empty();
  }
}
