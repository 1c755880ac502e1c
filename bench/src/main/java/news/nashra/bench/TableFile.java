package news.nashra.bench;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteStatement;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import news.nashra.core.aws.Item;
import news.nashra.core.http.Json;
import news.nashra.local.aws.StreamImage;

/// Writes items of one table into the file in which DynamoDB Local keeps its tables, a hundred
/// times as fast as through its API. DynamoDB Local may have the file open, and must not be asked
/// meanwhile. A table without indexes; the items must be new.
final class TableFile implements AutoCloseable {
  private static final int MAX_WAIT_MILLIS = 60_000;

  private final SQLiteConnection file;
  private final SQLiteStatement insert;
  private long rows;

  /// A row as DynamoDB Local writes it.
  ///
  /// @param json the attributes with their types, in UTF-8
  record Row(byte[] pk, byte[] sk, int bytes, byte[] json) {
    static Row of(Item item) {
      var json = Json.write(StreamImage.of(item.attributes())).getBytes(StandardCharsets.UTF_8);
      return new Row(utf8(item.pk()), utf8(item.sk()), item.bytes(), json);
    }

    private static byte[] utf8(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  TableFile(Path path, String table) {
    this.file = new SQLiteConnection(path.toFile());
    try {
      file.open(false);
      file.setBusyTimeout(MAX_WAIT_MILLIS); // DynamoDB Local looks into it now and then
      file.exec("PRAGMA synchronous = OFF");
      file.exec("PRAGMA journal_mode = OFF");
      file.exec("PRAGMA cache_size = -262144");
      this.insert =
          file.prepare(
              "INSERT INTO \"%s\" (hashKey, rangeKey, hashValue, rangeValue, itemSize, ObjectJSON) VALUES (?, ?, ?, ?, ?, ?)"
                  .formatted(table));
    } catch (SQLiteException e) {
      throw new IllegalStateException(e);
    }
  }

  void put(List<Row> items) {
    try {
      file.exec("BEGIN");
      for (var row : items) {
        // Only a parallel scan reads by hashes, which no function makes.
        var hash = ByteBuffer.allocate(20).putLong(++rows).array();
        insert.bind(1, row.pk).bind(2, row.sk).bind(3, hash).bind(4, hash).bind(5, row.bytes);
        insert.bind(6, row.json).step();
        insert.reset();
      }
      file.exec("COMMIT");
    } catch (SQLiteException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    insert.dispose();
    file.dispose();
  }
}
