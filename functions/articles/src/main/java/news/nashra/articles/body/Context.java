package news.nashra.articles.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What holds for a piece of pasted text because of the elements around it. Immutable.
///
/// @param marks from the outermost to the innermost
/// @param heading whether it is bold anyhow
/// @param keepsBreaks whether line breaks in the source are line breaks of the text
/// @param language `dir` and `lang` around it
record Context(List<Mark> marks, boolean heading, boolean keepsBreaks, Language language) {
  static final Context TOP = new Context(List.of(), false, false, Language.NONE);

  private static final Set<String> BOLD = Set.of("b", "strong");
  private static final Set<String> ITALIC = Set.of("i", "em", "cite");

  /// Those that mean more when they are nested, up to three times.
  private static final Set<String> NESTED = Set.of("q", "sub", "sup", "span");

  private static final int MAX_NESTED = 3;

  Context {
    marks = List.copyOf(marks);
  }

  /// Adds a mark, unless what it says is already said.
  Context with(Mark mark) {
    var tag = mark.tag();
    var same = BOLD.contains(tag) ? BOLD : Set.of("i", "em").contains(tag) ? ITALIC : Set.of(tag);
    long count = marks.stream().filter(m -> same.contains(m.tag())).count();
    if (count >= (NESTED.contains(tag) ? MAX_NESTED : 1)) {
      return this;
    }
    var more = new ArrayList<>(marks);
    more.add(mark);
    return new Context(more, heading, keepsBreaks, language);
  }

  private Context without(Set<String> tags) {
    return marks.stream().noneMatch(mark -> tags.contains(mark.tag()))
        ? this
        : new Context(
            marks.stream().filter(mark -> !tags.contains(mark.tag())).toList(),
            heading,
            keepsBreaks,
            language);
  }

  /// With what `style` says of weight, slant, position and line breaks.
  Context with(InlineStyle style) {
    if (style.isEmpty()) {
      return this;
    }
    var context = this;
    if (style.bold().isPresent()) {
      context = !style.bold().get() ? without(BOLD) : heading ? this : with(Mark.of("b"));
    }
    if (style.italic().isPresent()) {
      context = style.italic().get() ? context.with(Mark.of("i")) : context.without(ITALIC);
    }
    if (!style.raised().isEmpty()) {
      context = context.with(Mark.of(style.raised()));
    }
    var keeps = style.keepsBreaks();
    return keeps.isEmpty()
        ? context
        : new Context(context.marks, heading, keeps.get(), context.language);
  }

  /// In an element that is bold by itself.
  Context inHeading() {
    return new Context(marks, true, keepsBreaks, language);
  }

  Context with(Language other) {
    return new Context(marks, heading, keepsBreaks, other);
  }

  boolean linked() {
    return marks.stream().anyMatch(mark -> mark.tag().equals("a"));
  }
}
