package news.nashra.local.stack.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class FunctionContextTest {
  /// Like Lambda's interface, which only functions have.
  public interface Context {
    String getAwsRequestId();

    int getRemainingTimeInMillis();
  }

  @Test
  void eachCallHasAnIdOfItsOwn() {
    var first = context();
    var second = context();
    assertThat(first.getAwsRequestId())
        .matches("[0-9a-f-]{36}")
        .isEqualTo(first.getAwsRequestId())
        .isNotEqualTo(second.getAwsRequestId());
  }

  @Test
  void whatIsNotThereIsNamed() {
    var context = context();
    assertThatThrownBy(context::getRemainingTimeInMillis)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("the local stack's context has no getRemainingTimeInMillis");
  }

  @Test
  void aHandlerMayWantNoContext() {
    assertThat(FunctionContext.of(Object.class)).isNull();
  }

  private static Context context() {
    return (Context) Objects.requireNonNull(FunctionContext.of(Context.class));
  }
}
