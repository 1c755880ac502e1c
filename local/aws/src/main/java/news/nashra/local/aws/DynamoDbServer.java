package news.nashra.local.aws;

import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/// DynamoDB Local, which tells of each write. Its own server answers on all addresses of the
/// machine and sends telemetry; this one answers on the loopback address alone, and sends none.
final class DynamoDbServer extends LocalDynamoDBServerHandler {
  /// The file of all tables in their folder. SQLite gives the files beside it the same mode.
  static final String DATABASE = "shared-local-instance.db";

  private static final Set<String> READS =
      Set.of(
          "GetItem",
          "BatchGetItem",
          "TransactGetItems",
          "Query",
          "Scan",
          "DescribeTable",
          "DescribeStream",
          "GetShardIterator",
          "GetRecords");

  /// What a server does is in a static map that each new one makes and fills again, unguarded:
  /// those that answer meanwhile would find nothing in it, and two at once would spoil it for good.
  private static final ReadWriteLock ACTIONS = new ReentrantReadWriteLock();

  private final Writes writes;

  private DynamoDbServer(LocalDynamoDBRequestHandler tables, Writes writes) {
    super(tables, null);
    this.writes = writes;
  }

  /// The tables that a server serves.
  ///
  /// @param folder of their data; absent to forget it at the end
  static LocalDynamoDBRequestHandler tables(@Nullable String folder) {
    return new LocalDynamoDBRequestHandler(0, folder == null, folder, folder != null, false);
  }

  /// A server that answers until it is stopped.
  record Running(Server server, LocalDynamoDBServerHandler handler) {
    int port() {
      return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    void stop() throws Exception {
      server.stop();
      handler.close();
    }
  }

  /// Starts a server on a free port.
  static Running start(LocalDynamoDBRequestHandler tables, Writes writes) throws Exception {
    var server = new Server(new InetSocketAddress("127.0.0.1", 0));
    var handler = make(tables, writes);
    server.setHandler(handler);
    server.start();
    return new Running(server, handler);
  }

  private static DynamoDbServer make(LocalDynamoDBRequestHandler tables, Writes writes) {
    ACTIONS.writeLock().lock();
    try {
      return new DynamoDbServer(tables, writes);
    } finally {
      ACTIONS.writeLock().unlock();
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    ACTIONS.readLock().lock();
    try {
      return super.handle(request, response, callback);
    } finally {
      ACTIONS.readLock().unlock();
      var target = String.valueOf(request.getHeaders().get("X-Amz-Target"));
      if (!READS.contains(target.substring(target.lastIndexOf('.') + 1))) {
        writes.announce();
      }
    }
  }
}
