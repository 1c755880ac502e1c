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

  private DynamoDbServer(@Nullable String folder, Writes writes) throws Exception {
    super(new LocalDynamoDBRequestHandler(0, folder == null, folder, folder != null, false), null);
    this.writes = writes;
  }

  /// Starts a server.
  ///
  /// @param folder of its data; absent to forget it at the end
  static DynamoDBProxyServer start(int port, @Nullable String folder, Writes writes)
      throws Exception {
    var server = new DynamoDBProxyServer(port, new DynamoDbServer(folder, writes));
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
