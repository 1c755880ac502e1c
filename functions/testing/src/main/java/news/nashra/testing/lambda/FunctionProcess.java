package news.nashra.testing.lambda;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A function in a process of its own, as Lambda runs it.
public final class FunctionProcess implements AutoCloseable {
  /// What Lambda [starts Java
  /// with](https://docs.aws.amazon.com/lambda/latest/dg/java-customization.html).
  public static final List<String> FLAGS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /// The class of the runtime interface client.
  public static final String RUNTIME = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /// The client's own part of CRaC, which it has in place of the JDK's.
  private static final String CRAC = "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac";

  private static final Map<String, String> FUNCTION =
      Map.of(
          "AWS_LAMBDA_FUNCTION_NAME", "measured",
          "AWS_LAMBDA_FUNCTION_VERSION", "1",
          "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024",
          "AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/measured",
          "AWS_LAMBDA_LOG_STREAM_NAME", "measured");

  private final Path log;
  private final RuntimeApi api;
  private final long start;
  private final Process process;

  /// Starts it.
  ///
  /// @param command starts its runtime
  /// @param folder its unpacked zip
  /// @param environment beside what Lambda sets
  public FunctionProcess(List<String> command, Path folder, Map<String, String> environment)
      throws IOException {
    this.log = Files.createTempFile("nashra-function", ".log");
    this.api = new RuntimeApi();
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
    // Lambda sets these as well; the runtimes of some languages ask for them.
    builder.environment().put("LAMBDA_TASK_ROOT", folder.toString());
    builder.environment().put("AWS_DEFAULT_REGION", environment.get("AWS_REGION"));
    builder.environment().putAll(FUNCTION);
    this.start = System.nanoTime();
    this.process = builder.start();
  }

  /// The command of a function in Java, with [#FLAGS].
  public static List<String> command(String handler) {
    var command = new ArrayList<>(java());
    command.addAll(List.of(CRAC, "-cp", runtime(), RUNTIME, handler));
    return command;
  }

  /// The command of a JVM with [#FLAGS], for more flags.
  public static List<String> java() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    return command;
  }

  /// The class path of the runtime, which is not in the zip of a function.
  public static String runtime() {
    return String.join(
        File.pathSeparator, classPath(".*/(aws-lambda-java|utils-lite)-[^/]+[.]jar"));
  }

  /// What is on the class path of this process and matches a regular expression.
  public static List<String> classPath(String wanted) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(jar -> jar.matches(wanted))
        .toList();
  }

  public RuntimeApi api() {
    return api;
  }

  public Process process() {
    return process;
  }

  /// When it was started, by [System#nanoTime].
  public long start() {
    return start;
  }

  /// All that it wrote so far.
  public String log() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().join();
    api.close();
    Files.delete(log);
  }
}
