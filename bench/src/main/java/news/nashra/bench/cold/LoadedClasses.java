package news.nashra.bench.cold;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/// What a JVM has loaded, by its own counters.
///
/// @param count of classes, with those of the JDK's archive
/// @param kilobytes of the class files that were read, which those of an archive are not
record LoadedClasses(long count, long kilobytes) {
  static LoadedClasses of(Process process) throws IOException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var answer =
        new ProcessBuilder(jcmd, Long.toString(process.pid()), "PerfCounter.print").start();
    try (var out = answer.inputReader(StandardCharsets.UTF_8)) {
      var counters =
          out.lines()
              .map(line -> line.split("=", 2))
              .filter(pair -> pair.length == 2 && pair[1].matches("[0-9]+"))
              .collect(Collectors.toMap(pair -> pair[0], pair -> Long.parseLong(pair[1])));
      return new LoadedClasses(
          get(counters, "java.cls.loadedClasses") + get(counters, "java.cls.sharedLoadedClasses"),
          (get(counters, "sun.cls.appClassBytes") + get(counters, "sun.cls.sysClassBytes")) / 1024);
    }
  }

  private static long get(Map<String, Long> counters, String name) {
    var value = counters.get(name);
    if (value == null) {
      throw new IllegalStateException("no counter " + name);
    }
    return value;
  }
}
