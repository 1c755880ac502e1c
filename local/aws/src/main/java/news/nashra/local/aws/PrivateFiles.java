package news.nashra.local.aws;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/// Files and folders that only the user who runs the newspaper can open: they hold readers' email
/// addresses, and the keys of the newspaper. Where a file system has no [POSIX
/// permissions](https://docs.oracle.com/en/java/javase/25/docs/api/java.base/java/nio/file/attribute/PosixFilePermission.html),
/// its own rules apply.
public final class PrivateFiles {
  private static final String FOLDER = "rwx------";
  private static final String FILE = "rw-------";

  private PrivateFiles() {}

  /// Creates a folder with those above it, unless it exists, and closes it to others (mode 700).
  public static Path folder(Path folder) throws IOException {
    Files.createDirectories(folder);
    close(folder, FOLDER);
    return folder;
  }

  /// Creates an empty file, unless it exists, and closes it to others (mode 600). Nobody else can
  /// open it in between.
  public static Path file(Path file) throws IOException {
    try {
      if (hasPermissions(file)) {
        Files.createFile(
            file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FILE)));
      } else {
        Files.createFile(file);
      }
    } catch (FileAlreadyExistsException e) {
      close(file, FILE);
    }
    return file;
  }

  /// Writes a file that is closed to others (mode 600), in place of one of its name: it is there
  /// with all of its content or not at all.
  public static void write(Path file, byte[] content) throws IOException {
    var draft = file(file.resolveSibling(file.getFileName() + ".new"));
    Files.write(draft, content);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Closes the files in a folder (mode 600).
  static void closeAll(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        close(file, FILE);
      }
    }
  }

  private static void close(Path path, String permissions) throws IOException {
    if (hasPermissions(path)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  private static boolean hasPermissions(Path path) {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
  }
}
