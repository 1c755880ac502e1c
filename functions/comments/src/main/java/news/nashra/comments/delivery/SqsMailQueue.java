package news.nashra.comments.delivery;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import news.nashra.core.aws.Aws;
import news.nashra.core.http.Json;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// A queue of SQS. Its messages hold the id of a mail, `{"mail": "answer#…"}`, and nothing about
/// anybody. Thread-safe.
final class SqsMailQueue implements MailQueue {
  private final SqsClient sqs;
  private final String url;

  private SqsMailQueue(SqsClient sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  /// The queue whose URL is in `MAIL_QUEUE`.
  static SqsMailQueue of(Aws aws) {
    var client = aws.configure(SqsClient.builder(), "AWS_ENDPOINT_URL_SQS").build();
    return new SqsMailQueue(client, aws.setting("MAIL_QUEUE"));
  }

  @Override
  public Set<String> add(List<String> ids) {
    var entries =
        IntStream.range(0, ids.size())
            .mapToObj(i ->
                SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(i))
                    .messageBody(Json.write(new Message(ids.get(i))))
                    .build())
            .toList();
    var answer = sqs.sendMessageBatch(r -> r.queueUrl(url).entries(entries));
    var failed = new HashSet<String>();
    answer.failed().forEach(entry -> failed.add(ids.get(Integer.parseInt(entry.id()))));
    return failed;
  }

  private record Message(String mail) {}
}
