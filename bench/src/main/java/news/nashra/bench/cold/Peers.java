package news.nashra.bench.cold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Functions that do what [PlainHandler] does with other frameworks and languages. `bench/cold.sh`
/// builds them, each in a folder of its name.
final class Peers {
  private static final String FOLDER = "COLD_PEERS";

  private Peers() {}

  /// @param plain what is measured with [PlainHandler], whose event they are asked as well
  /// @param command starts a handler in Java
  /// @return empty if none was built
  static List<Subject> of(Subject plain, Function<String, List<String>> command)
      throws IOException {
    var all = new ArrayList<Subject>();
    var folder = Optional.ofNullable(System.getenv(FOLDER)).map(Path::of);
    if (folder.isPresent()) {
      try (var peers = Files.list(folder.get())) {
        for (var peer : peers.filter(Files::isDirectory).sorted().toList()) {
          all.add(plain.named(peer.getFileName().toString()).in(peer).with(start(peer, command)));
        }
      }
    }
    return all;
  }

  private static List<String> start(Path peer, Function<String, List<String>> command)
      throws IOException {
    var handler = peer.resolve("handler");
    return Files.exists(handler)
        ? command.apply(Files.readString(handler).strip())
        : Files.readAllLines(peer.resolve("start"));
  }
}
