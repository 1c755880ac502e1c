package news.nashra.bench.cold;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import news.nashra.local.stack.runtime.Deployment;
import news.nashra.testing.lambda.FunctionProcess;

/// Makes an [AOT cache](https://openjdk.org/jeps/514) for a function: its classes as a first life
/// of it loaded and linked them. The cache fits only the JDK that made it and a class path of jars,
/// so on Lambda it needs a container image.
final class AheadOfTime {
  private AheadOfTime() {}

  /// The same function with a cache, which a first life makes here.
  static Subject of(Subject subject, Deployment function) throws IOException, InterruptedException {
    var java = FunctionProcess.java();
    var folder = Files.createTempDirectory("nashra-aot");
    var cache = folder.resolve("function.aot");
    var classPath =
        FunctionProcess.runtime() + File.pathSeparator + jars(function.folder(), folder);
    var rest = List.of("-cp", classPath, FunctionProcess.RUNTIME, function.handler());
    ColdStart.of(subject.with(command(java, "-XX:AOTCacheOutput=" + cache, rest)));
    if (!Files.exists(cache)) {
      throw new IllegalStateException(subject.name() + " left no cache");
    }
    return subject
        .with(command(java, "-XX:AOTCache=" + cache, rest))
        .named(subject.name() + ", AOT cache of " + Files.size(cache) / 1_000_000 + " MB");
  }

  private static List<String> command(List<String> java, String flag, List<String> rest) {
    var command = new ArrayList<>(java);
    command.add(flag);
    command.addAll(rest);
    return command;
  }

  /// The class path of an unpacked zip in jars alone.
  private static String jars(Path unpacked, Path into) throws IOException {
    var own = into.resolve("function.jar");
    try (var jar = new ZipOutputStream(Files.newOutputStream(own));
        var files = Files.walk(unpacked)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var name = unpacked.relativize(file).toString();
        if (!name.startsWith("lib/")) {
          jar.putNextEntry(new ZipEntry(name));
          Files.copy(file, jar);
        }
      }
    }
    try (var libraries = Files.list(unpacked.resolve("lib"))) {
      var all = new ArrayList<>(List.of(own.toString()));
      libraries.map(Path::toString).sorted().forEach(all::add);
      return String.join(File.pathSeparator, all);
    }
  }
}
