package news.nashra.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import news.nashra.local.aws.PrivateFiles;
import news.nashra.local.stack.template.StackFault;
import org.jspecify.annotations.Nullable;

/// The data folder of a newspaper, for one process at a time: two would write each other's address
/// into the same pages. The operating system ends the lock with the process, however that ends.
final class DataFolder implements AutoCloseable {
  private static final String FILE = "lock";

  private final FileChannel file;

  private DataFolder(FileChannel file) {
    this.file = file;
  }

  /// Takes a folder, and creates it if it does not exist.
  ///
  /// @throws StackFault if another newspaper has it
  static DataFolder take(Path folder) throws IOException {
    PrivateFiles.folder(folder);
    var file = FileChannel.open(PrivateFiles.file(folder.resolve(FILE)), StandardOpenOption.WRITE);
    if (lock(file) == null) {
      file.close();
      throw new StackFault(
          "another newspaper runs with the data in %s: stop it, or set NASHRA_DATA to another folder"
              .formatted(folder));
    }
    return new DataFolder(file);
  }

  private static @Nullable FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // of this process
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
