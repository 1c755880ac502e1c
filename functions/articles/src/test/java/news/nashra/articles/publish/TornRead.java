package news.nashra.articles.publish;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import news.nashra.core.aws.Item;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;

/// The first BatchGetItem reads some items before, and others after, a transaction of somebody
/// else: [its items are read one by
/// one](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-isolation).
@NullUnmarked
final class TornRead implements ExecutionInterceptor {
  private final AtomicBoolean whole = new AtomicBoolean();
  private final Map<String, Optional<Item>> before;

  /// @param before items as they were, by their sort keys; empty for what was not there yet
  TornRead(Map<String, Optional<Item>> before) {
    this.before = before;
  }

  @Override
  public SdkResponse modifyResponse(
      Context.ModifyResponse context, ExecutionAttributes attributes) {
    if (!(context.response() instanceof BatchGetItemResponse answer) || whole.getAndSet(true)) {
      return context.response();
    }
    var torn = new HashMap<String, List<Map<String, AttributeValue>>>();
    answer
        .responses()
        .forEach((table, items) -> torn.put(table, items.stream().flatMap(this::tear).toList()));
    return answer.toBuilder().responses(torn).build();
  }

  private Stream<Map<String, AttributeValue>> tear(Map<String, AttributeValue> item) {
    return before
        .getOrDefault(item.get("sk").s(), Optional.of(new Item(item)))
        .map(Item::attributes)
        .stream();
  }
}
