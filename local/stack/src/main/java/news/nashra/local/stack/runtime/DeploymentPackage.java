package news.nashra.local.stack.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// The zip of one or more functions, and where it is unpacked.
record DeploymentPackage(Path zip, Path unpacked) {
  private static final Set<Path> READY = new HashSet<>();

  /// Unpacks the zip, unless that very zip is unpacked already. Once in the life of a process:
  /// another function may run from there.
  void unpack() {
    synchronized (READY) {
      if (!READY.contains(unpacked)) {
        unpackNew();
        READY.add(unpacked);
      }
    }
  }

  private void unpackNew() {
    var mark = unpacked.resolve(".zip");
    try {
      var stamp = Files.getLastModifiedTime(zip) + " " + Files.size(zip);
      if (stamp.equals(read(mark))) {
        return;
      }
      if (Files.exists(unpacked)) {
        try (var old = Files.walk(unpacked)) {
          for (var path : old.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
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
