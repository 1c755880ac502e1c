package news.nashra.articles.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import news.nashra.core.Text;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Writes the paragraphs of one element. White space and line breaks wait until a word follows, so
/// none is left at the edges of a paragraph.
final class FrameWriter {
  private static final char NO_BREAK_SPACE = '\u00A0';

  private final Element element;
  private final boolean phrases;
  private final @Nullable FrameWriter parent;
  private final BodyWriter writer;
  private final int depth;
  private final List<Element> late = new ArrayList<>();
  private Paragraph template = Paragraph.PLAIN;

  private @Nullable Element paragraph;
  private Element inline;
  private List<Mark> open = List.of();
  private final StringBuilder run = new StringBuilder();

  /// White space that waits.
  private final StringBuilder space = new StringBuilder();

  /// Whether white space that waits is between links.
  private boolean unlinked;

  /// Line breaks that wait.
  private int breaks;

  FrameWriter(Element element, boolean phrases, @Nullable FrameWriter parent, BodyWriter writer) {
    this.element = element;
    this.phrases = phrases;
    this.parent = parent;
    this.writer = writer;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.inline = element;
  }

  Element element() {
    return element;
  }

  /// How many elements are open around this one.
  int depth() {
    return depth;
  }

  boolean phrases() {
    return phrases;
  }

  FrameWriter parent() {
    return Objects.requireNonNull(parent);
  }

  @Nullable FrameWriter outer() {
    return parent;
  }

  /// Blocks that follow when this element, which cannot hold them, has ended.
  List<Element> late() {
    return late;
  }

  Paragraph template(Paragraph next) {
    var before = template;
    template = next;
    return before;
  }

  void lineBreak() {
    if (template.isPre()) {
      space.append('\n');
    } else {
      space.setLength(0);
      breaks++;
    }
  }

  void text(String text, Context context, boolean loose) {
    int length = text.length();
    for (int i = 0; i < length; ) {
      int start = i;
      boolean white = isSpace(text.charAt(i));
      while (i < length && isSpace(text.charAt(i)) == white) {
        i++;
      }
      if (white) {
        unlinked |= !context.linked();
        space(text, start, i, context.keepsBreaks(), loose);
      } else {
        word(text, start, i, context.marks());
      }
    }
  }

  private void space(String text, int from, int to, boolean keepsBreaks, boolean loose) {
    if (template.isPre()) {
      space.append(text, from, to);
      return;
    }
    int lines = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      lines += c == '\n' ? 1 : 0;
      if (c == NO_BREAK_SPACE) {
        space.append(c);
      } else if (space.isEmpty() || space.charAt(space.length() - 1) != ' ') {
        space.append(' ');
      }
    }
    if (lines > 0 && (keepsBreaks || (loose && lines > 1))) {
      space.setLength(0);
      breaks += keepsBreaks ? lines : 2;
    }
  }

  private void word(String text, int from, int to, List<Mark> marks) {
    if (breaks > 1 && !phrases && template.tag().equals("p")) {
      endParagraph();
    }
    var first = begin();
    boolean waiting = breaks > 0 || !space.isEmpty();
    if (first) {
      space.delete(0, template.isPre() ? space.lastIndexOf("\n") + 1 : space.length());
    } else if (breaks > 0) {
      close(common(marks));
      inline.appendChild(Elements.of("br"));
      writer.count(0, 1);
      space.setLength(0);
    } else if (waiting && !marks.equals(open)) {
      close(common(marks));
    } else if (waiting && unlinked) {
      closeLink();
    }
    breaks = 0;
    unlinked = false;
    run.append(space);
    space.setLength(0);
    openTo(marks);
    run.append(text, from, to);
    writer.countWord(to - from);
  }

  /// Begins a paragraph if none is open, and tells whether nothing is in it.
  private boolean begin() {
    if (paragraph == null) {
      paragraph = phrases ? element : template.element();
      inline = paragraph;
      open = List.of();
      writer.count(0, 1);
      return true;
    }
    return false;
  }

  private int common(List<Mark> marks) {
    int common = 0;
    while (common < Math.min(open.size(), marks.size())
        && open.get(common).equals(marks.get(common))) {
      common++;
    }
    return common;
  }

  private void openTo(List<Mark> marks) {
    int common = common(marks);
    if (common < open.size() || common < marks.size()) {
      close(common);
      flush();
      for (var mark : marks.subList(common, marks.size())) {
        var child = mark.element();
        inline.appendChild(child);
        inline = child;
        writer.count(mark.length(), 1);
      }
      open = marks;
    }
  }

  /// Closes open marks until `depth` are left.
  private void close(int depth) {
    flush();
    for (int i = open.size(); i > depth; i--) {
      inline = Objects.requireNonNull(inline.parent());
    }
    open = open.subList(0, depth);
  }

  private void closeLink() {
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).tag().equals("a")) {
        close(i);
        return;
      }
    }
  }

  private void flush() {
    if (!run.isEmpty()) {
      inline.appendChild(new TextNode(Text.strip(run.toString())));
      run.setLength(0);
    }
  }

  void endParagraph() {
    if (phrases) {
      flush();
      if (paragraph != null && breaks == 0) {
        breaks = 1;
      }
      return;
    }
    if (paragraph != null) {
      flush();
      if (Elements.hasVisibleText(paragraph)) {
        element.appendChild(BodyDirection.settle(paragraph, template.firm()));
      }
      paragraph = null;
    }
    space.setLength(0);
    breaks = 0;
    open = List.of();
  }

  static boolean isSpace(char c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || c == NO_BREAK_SPACE
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u0085';
  }
}
