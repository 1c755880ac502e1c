package news.nashra.local.aws;

import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsResponse;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;

/// The streams of DynamoDB Local without HTTP: see [DirectDynamoDb].
@NullUnmarked
final class DirectStreams implements DynamoDbStreamsClient {
  private final LocalDynamoDBRequestHandler tables;
  private final String key;
  private final String region;

  DirectStreams(LocalDynamoDBRequestHandler tables, String key, String region) {
    this.tables = tables;
    this.key = key;
    this.region = region;
  }

  @Override
  public DescribeStreamResponse describeStream(DescribeStreamRequest request) {
    return DirectCall.of(() -> tables.describeStream(key, region, request));
  }

  @Override
  public GetRecordsResponse getRecords(GetRecordsRequest request) {
    return DirectCall.of(() -> tables.getRecords(key, region, request));
  }

  @Override
  public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
    return DirectCall.of(() -> tables.getShardIterator(key, region, request));
  }

  @Override
  public ListStreamsResponse listStreams(ListStreamsRequest request) {
    return DirectCall.of(() -> tables.listStreams(key, region, request));
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // The server owns what it uses.
  }
}
