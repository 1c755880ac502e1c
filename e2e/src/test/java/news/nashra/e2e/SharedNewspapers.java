package news.nashra.e2e;

import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import news.nashra.local.stack.Options;
import news.nashra.local.stack.Stack;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/// Lends a running newspaper to each test class that asks for one. Classes that run at the same
/// time get different ones; those that come later find what earlier ones left. JUnit registers it
/// for all classes.
public final class SharedNewspapers
    implements TestInstancePreConstructCallback, BeforeAllCallback, AfterAllCallback {
  private static final ConcurrentLinkedDeque<Stack> FREE = new ConcurrentLinkedDeque<>();

  /// What the class of this thread has borrowed, as soon as it asks.
  private static final InheritableThreadLocal<Loan> LOAN = new InheritableThreadLocal<>();

  private static final class Loan {
    private final Class<?> borrower;
    private @Nullable Stack stack;

    private Loan(Class<?> borrower) {
      this.borrower = borrower;
    }

    synchronized Stack take() {
      if (stack == null) {
        var free = FREE.poll();
        stack = free == null ? Stack.start(Options.forgetful(Newspaper.HOME)) : free;
      }
      return stack;
    }

    synchronized void giveBack() {
      if (stack != null) {
        FREE.push(stack);
      }
    }
  }

  static Stack current() {
    return Objects.requireNonNull(LOAN.get(), "no test class runs").take();
  }

  /// Before [#beforeAll] for a class whose tests share an instance, with fields that it fills.
  @Override
  public void preConstructTestInstance(
      TestInstanceFactoryContext factory, ExtensionContext context) {
    begin(factory.getTestClass());
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    begin(context.getRequiredTestClass());
  }

  private static void begin(Class<?> borrower) {
    var loan = LOAN.get();
    if (loan == null || loan.borrower != borrower) {
      LOAN.set(new Loan(borrower));
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    LOAN.get().giveBack();
    LOAN.remove();
  }
}
