package news.nashra.local.stack.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import news.nashra.core.Once;

/// The zip of one or more functions, and where it is unpacked. The functions share the classes of
/// the libraries in it, also with those of another newspaper that runs from the same folder of this
/// process. Thread-safe.
final class DeploymentPackage {
  /// The folders of this process, each unpacked once: another function may run from there.
  private static final Map<Path, Once<Path>> READY = new ConcurrentHashMap<>();

  /// Those that functions from a folder use at the moment.
  private static final Map<Path, WeakReference<FunctionLibraries>> LIBRARIES = new HashMap<>();

  /// Nashra itself, of which each function loads its own classes.
  private static final Pattern NASHRA = Pattern.compile(".*-SNAPSHOT[.]jar");

  private final Path zip;
  private final Path unpacked;
  private final InstantSource clock;

  /// @param workshop the folder into which it is unpacked
  /// @param clock of its functions
  DeploymentPackage(Path zip, Path workshop, InstantSource clock) {
    this.zip = zip;
    this.unpacked = workshop.resolve(String.valueOf(zip.getFileName()).replaceFirst("[.]zip$", ""));
    this.clock = clock;
  }

  Path zip() {
    return zip;
  }

  /// A new loader of a function's classes.
  FunctionLoader load(Map<String, String> environment) {
    unpack();
    var classPath = new ArrayList<URL>();
    classPath.add(url(unpacked));
    classPath.addAll(jars(NASHRA.asMatchPredicate()));
    return new FunctionLoader(classPath, libraries(), environment, clock);
  }

  private FunctionLibraries libraries() {
    synchronized (LIBRARIES) {
      var used = LIBRARIES.get(unpacked);
      var loaded = used == null ? null : used.get();
      if (loaded == null || loaded.isDiscarded()) {
        loaded = newLibraries();
        LIBRARIES.put(unpacked, new WeakReference<>(loaded));
      }
      return loaded;
    }
  }

  private FunctionLibraries newLibraries() {
    var loader = new FunctionLibraries(jars(NASHRA.asMatchPredicate().negate()));
    RecordedCalls.ofRunningFunctions().ifPresent(loader::record);
    return loader;
  }

  private List<URL> jars(Predicate<String> wanted) {
    try (var jars = Files.list(unpacked.resolve("lib"))) {
      return jars.filter(jar -> wanted.test(String.valueOf(jar.getFileName())))
          .sorted()
          .map(DeploymentPackage::url)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Unpacks the zip, unless that very zip is unpacked already.
  ///
  /// @return the folder
  Path unpack() {
    var once = READY.computeIfAbsent(unpacked, folder -> new Once<>(this::unpackNew));
    try {
      return once.get();
    } catch (UncheckedIOException e) {
      READY.remove(unpacked, once); // the zip may be there the next time
      throw e;
    }
  }

  /// Unpacks it before anybody needs it. What fails fails again when somebody does.
  void prepare() {
    try {
      unpack();
    } catch (UncheckedIOException e) {
      // Whoever runs a function of it is told.
    }
  }

  private Path unpackNew() {
    var mark = unpacked.resolve(".zip");
    try {
      var stamp = Files.getLastModifiedTime(zip) + " " + Files.size(zip);
      if (stamp.equals(read(mark))) {
        return unpacked;
      }
      if (Files.exists(unpacked)) {
        TemporaryFolder.delete(unpacked);
      }
      try (var in = new ZipInputStream(Files.newInputStream(zip))) {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          var target = unpacked.resolve(entry.getName()).normalize();
          if (!entry.isDirectory() && target.startsWith(unpacked)) {
            Files.createDirectories(target.resolveSibling("."));
            Files.copy(in, target);
          }
        }
      }
      Files.writeString(mark, stamp);
      return unpacked;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return "";
    }
  }
}
