package news.nashra.local.aws;

import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/// DynamoDB Local, which tells of each write. Made without its command line, it sends no telemetry.
final class DynamoDbServer extends LocalDynamoDBServerHandler {
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

  static DynamoDBProxyServer start(int port, LocalDynamoDBRequestHandler tables, Writes writes)
      throws Exception {
    var server = new DynamoDBProxyServer(port, new DynamoDbServer(tables, writes));
    server.safeStart();
    return server;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    try {
      return super.handle(request, response, callback);
    } finally {
      var target = String.valueOf(request.getHeaders().get("X-Amz-Target"));
      if (!READS.contains(target.substring(target.lastIndexOf('.') + 1))) {
        writes.announce();
      }
    }
  }
}
