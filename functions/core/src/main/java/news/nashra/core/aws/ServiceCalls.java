package news.nashra.core.aws;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import news.nashra.core.Sha256;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.ClasspathInterceptorChainFactory;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.InterceptorContext;

/// Sends signed requests to one service of AWS, and sends them again if that may help. The SDK's
/// own clients do more; they take 0.3 s to start, for which the first reader waits, and this takes
/// a tenth of that (docs/decisions/035-light-clients.md). Thread-safe.
final class ServiceCalls {
  /// API Gateway waits at most 30 s for an answer, so an outage must be reported well before that.
  static final Duration CALL_TIMEOUT = Duration.ofSeconds(8);

  /// The longest wait for the next byte of an answer.
  static final Duration READ_TIMEOUT = Duration.ofSeconds(3);

  /// The SDK's own number for DynamoDB.
  private static final int MAX_ATTEMPTS = 8;

  private static final int SHA_256_BYTES = 32;
  private static final int MAX_ERROR_BYTES = 1024 * 1024;

  /// Codes of 4xx answers after which the same request may succeed, beside those for throttling.
  private static final Set<String> RETRIED_CODES =
      Set.of("RequestTimeout", "RequestTimeoutException", "TransactionInProgressException");

  /// Those that the class path names for all clients of the SDK; the local newspaper has one. They
  /// are looked for once, in all jars.
  private static final List<ExecutionInterceptor> INTERCEPTORS =
      new ClasspathInterceptorChainFactory().getGlobalInterceptors();

  private final String service;
  private final SignatureV4 signature;
  private final AwsCredentialsProvider credentials;
  private final Optional<CallTrace> trace;
  private final InstantSource clock;
  private final Transport transport;
  private final BiFunction<Integer, byte[], AwsServiceException> failure;

  /// A request.
  ///
  /// @param request the same as the SDK's clients have it, for whoever follows their calls
  /// @param address with its path and query encoded, the parameters of the query sorted by name
  /// @param headers by their names in lower case
  /// @param body absent for none
  record Call(
      String operation,
      Supplier<SdkRequest> request,
      String method,
      URI address,
      Map<String, String> headers,
      Optional<byte[]> body) {
    byte[] bytes() {
      return body.orElse(new byte[0]);
    }

    /// What it says of its body in place of the body's SHA-256.
    private Optional<String> bodyHash() {
      return Optional.ofNullable(headers.get(SignatureV4.BODY_HASH));
    }
  }

  /// An answer. Whoever asked closes it.
  ///
  /// @param headers by their names in lower case
  record Answer(int status, Map<String, String> headers, InputStream body)
      implements AutoCloseable {
    /// The body, all of it.
    String text() {
      try {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw SdkClientException.create("the answer broke off", e);
      }
    }

    @Override
    public void close() {
      try {
        body.readAllBytes(); // so that the connection can be used again
        body.close();
      } catch (IOException e) {
        // What was wanted of it has been read.
      }
    }
  }

  /// @param service as the SDK names it: `DynamoDb`
  /// @param failure makes an exception of the status and the body of an answer that is a failure
  ServiceCalls(
      String service,
      SignatureV4 signature,
      AwsCredentialsProvider credentials,
      Optional<CallTrace> trace,
      InstantSource clock,
      Transport transport,
      BiFunction<Integer, byte[], AwsServiceException> failure) {
    this.service = service;
    this.signature = signature;
    this.credentials = credentials;
    this.trace = trace;
    this.clock = clock;
    this.transport = transport;
    this.failure = failure;
  }

  /// Sends a request until it is answered, refused, or [#CALL_TIMEOUT] is over.
  ///
  /// @throws AwsServiceException if the service refused it
  /// @throws SdkClientException if there was no answer
  Answer send(Call call) {
    observe(call);
    var traced = trace.map(t -> t.begin(service, call.operation()));
    try {
      var answer = untilAnswered(call);
      traced.ifPresent(s -> s.end(answer.status()));
      return answer;
    } catch (AwsServiceException e) {
      traced.ifPresent(s -> s.end(e.statusCode()));
      throw e;
    } catch (SdkClientException e) {
      traced.ifPresent(s -> s.end(0));
      throw e;
    }
  }

  private void observe(Call call) {
    for (var interceptor : INTERCEPTORS) {
      var context = InterceptorContext.builder().request(call.request().get()).build();
      interceptor.beforeExecution(context, new ExecutionAttributes());
    }
  }

  private Answer untilAnswered(Call call) {
    long deadline = System.nanoTime() + CALL_TIMEOUT.toNanos();
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(call);
      } catch (IOException e) {
        if (isLast(attempt, deadline)) {
          throw SdkClientException.create("no answer from " + call.address().getAuthority(), e);
        }
      } catch (AwsServiceException e) {
        if (!mayPass(e) || isLast(attempt, deadline)) {
          throw e;
        }
      }
      Backoff.beforeRetry(attempt);
    }
  }

  private static boolean isLast(int attempt, long deadline) {
    return attempt == MAX_ATTEMPTS || System.nanoTime() > deadline - READ_TIMEOUT.toNanos();
  }

  private static boolean mayPass(AwsServiceException refusal) {
    return refusal.statusCode() >= 500
        || refusal.isThrottlingException()
        || RETRIED_CODES.contains(refusal.awsErrorDetails().errorCode());
  }

  private Answer attempt(Call call) throws IOException {
    var answer = transport.send(call, headers(call));
    if (answer.status() >= 300) {
      try (answer) {
        throw failure.apply(answer.status(), answer.body().readNBytes(MAX_ERROR_BYTES));
      }
    }
    return answer;
  }

  private Map<String, String> headers(Call call) {
    var headers = new TreeMap<>(call.headers());
    headers.put("host", call.address().getAuthority());
    var body = call.bodyHash().orElseGet(() -> Sha256.hex(SHA_256_BYTES, call.bytes()));
    var query = call.address().getRawQuery();
    var signed =
        signature.sign(
            call.method(),
            call.address().getRawPath(),
            query == null ? "" : query,
            headers,
            body,
            credentials.resolveCredentials(),
            clock.instant());
    signed.remove("host"); // the connection sends it
    return signed;
  }
}
