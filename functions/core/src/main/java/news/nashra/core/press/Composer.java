package news.nashra.core.press;

import java.util.Optional;

/// Reads the truth, strongly consistent, and says what page it gives. Called again whenever another
/// writer was faster.
@FunctionalInterface
public interface Composer {
  /// @param standing the page as it stood before the truth was read; empty when there is none, or
  ///   when the press has not looked
  Page compose(Optional<Standing> standing);
}
