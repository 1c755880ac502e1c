package news.nashra.core.aws;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.JsonWriter;
import news.nashra.core.Settings;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// Tells X-Ray how long each call to AWS took, if the request is traced. It sends [subsegment
/// documents](https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html) to
/// the [daemon that Lambda
/// runs](https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sendingdata.html). They name the
/// service and the operation, no keys and no values. A document that is lost is not missed.
/// Thread-safe.
final class CallTrace implements ExecutionInterceptor {
  /// What only traced calls need. The SDK takes the name of an attribute once, and the local
  /// newspaper loads this class for each function, but the SDK once for several.
  private static final class Traced {
    static final ExecutionAttribute<Call> CALL = new ExecutionAttribute<>("nashra.call");
  }

  private static final String DAEMON_HEADER = "{\"format\": \"json\", \"version\": 1}\n";

  private final InetSocketAddress daemon;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  private CallTrace(InetSocketAddress daemon, InstantSource clock) {
    this.daemon = daemon;
    this.clock = clock;
  }

  /// Absent where no daemon runs.
  static Optional<CallTrace> of(Settings settings) {
    return settings
        .find("AWS_XRAY_DAEMON_ADDRESS")
        .map(address -> address.split(":", -1))
        .filter(parts -> parts.length == 2 && isPort(parts[1]))
        .map(parts -> InetSocketAddress.createUnresolved(parts[0], Integer.parseInt(parts[1])))
        .map(daemon -> new CallTrace(daemon, InstantSource.system()));
  }

  private static boolean isPort(String text) {
    return text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535;
  }

  /// A call that is under way.
  final class Call {
    private final String service;
    private final String operation;
    private final double start = now();

    private Call(String service, String operation) {
      this.service = service;
      this.operation = operation;
    }

    /// @param status of the answer; 0 for no answer
    void end(int status) {
      TraceHeader.current().ifPresent(trace -> send(trace, this, status));
    }
  }

  /// @param service as the SDK names it: `DynamoDb`
  Call begin(String service, String operation) {
    return new Call(service, operation);
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    var service = String.valueOf(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME));
    var operation = String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    attributes.putAttribute(Traced.CALL, begin(service, operation));
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    attributes.getAttribute(Traced.CALL).end(context.httpResponse().statusCode());
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    int status = context.httpResponse().map(answer -> answer.statusCode()).orElse(0);
    attributes.getAttribute(Traced.CALL).end(status);
  }

  private void send(TraceHeader trace, Call call, int status) {
    var document = new LinkedHashMap<String, Object>();
    document.put("type", "subsegment");
    document.put("trace_id", trace.root());
    document.put("parent_id", trace.parent());
    document.put("id", id());
    document.put("name", call.service);
    document.put("namespace", "aws");
    document.put("start_time", call.start);
    document.put("end_time", now());
    document.put("aws", Map.of("operation", call.operation));
    if (status > 0) {
      document.put("http", Map.of("response", Map.of("status", status)));
    }
    document.put("error", status >= 400 && status < 500);
    document.put("fault", status == 0 || status >= 500);
    send(document);
  }

  /// A socket for each document: one that was open in a snapshot is dead in what is restored.
  private void send(Map<String, Object> document) {
    try (var socket = new DatagramSocket()) {
      var text = DAEMON_HEADER + JsonWriter.write(document);
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      socket.send(
          new DatagramPacket(
              bytes,
              bytes.length,
              new InetSocketAddress(daemon.getHostString(), daemon.getPort())));
    } catch (IOException | IllegalArgumentException e) {
      // A trace is never worth a request.
    }
  }

  private String id() {
    var bytes = new byte[8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// Seconds since 1970.
  private double now() {
    return clock.millis() / 1000.0;
  }
}
