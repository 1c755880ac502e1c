package news.nashra.articles.body;

import news.nashra.articles.ArticleLimits;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Writes a body so that each element is where the [content models of
/// HTML](https://html.spec.whatwg.org/multipage/dom.html#content-models) allow it: loose text
/// begins a paragraph, a block ends it, and nothing empty is written.
final class BodyWriter {
  /// Where to stop: the size is only estimated, and checked when all is written.
  private static final int MAX_SIZE = 2 * ArticleLimits.BODY_KIB * 1024;

  /// The most characters of words, each of which takes at least a byte.
  private static final int MAX_WORDS = ArticleLimits.BODY_KIB * 1024;

  /// How deep lists and boxes are nested, beyond which they mean nothing to a reader.
  private static final int MAX_DEPTH = 12;

  /// The least that an element adds to the markup: `<b></b>`.
  private static final int ELEMENT_SIZE = 7;

  private final Element root;
  private FrameWriter frame;
  private int size;
  private int words;

  BodyWriter(Element root) {
    this.root = root;
    this.frame = new FrameWriter(root, false, null, this);
  }

  /// Begins to write into `element`.
  ///
  /// @param phrases whether it holds phrases only
  void enter(Element element, boolean phrases) {
    if (!phrases) {
      frame.endParagraph();
    }
    count(0, 1);
    frame = new FrameWriter(element, phrases, frame, this);
  }

  /// Ends the element that was entered last, and gives it back.
  Element leave() {
    var left = frame;
    left.endParagraph();
    frame = left.parent();
    left.late().forEach(this::add);
    if (!left.phrases()) {
      Galleries.gather(left.element());
    }
    return left.element();
  }

  Element finish() {
    frame.endParagraph();
    Galleries.gather(root);
    return root;
  }

  /// Adds a finished block; behind the caption, if one is open.
  void add(Element block) {
    count(0, 1);
    if (frame.phrases()) {
      frame.late().add(block);
    } else {
      frame.endParagraph();
      frame.element().appendChild(block);
    }
  }

  /// Makes paragraphs that begin from now on like `template`, and gives the one before.
  Paragraph template(Paragraph template) {
    frame.endParagraph();
    return frame.template(template);
  }

  /// What comes next does not belong to the same paragraph.
  void endParagraph() {
    frame.endParagraph();
  }

  void lineBreak() {
    frame.lineBreak();
  }

  /// @param loose whether an empty line ends a paragraph
  void text(String text, Context context, boolean loose) {
    frame.text(text, context, loose);
  }

  /// The block that was written last in the element that is open.
  @Nullable Element last() {
    return frame.element().lastElementChild();
  }

  boolean inPhrases() {
    return frame.phrases();
  }

  /// Whether lists, boxes and tables are written where this is; elsewhere, only what they hold.
  boolean takesBlocks() {
    return !frame.phrases() && frame.depth() < MAX_DEPTH;
  }

  /// Whether what is written now is within an element named `tag`.
  boolean within(String tag) {
    for (@Nullable FrameWriter f = frame; f != null; f = f.outer()) {
      if (f.element().normalName().equals(tag)) {
        return true;
      }
    }
    return false;
  }

  /// Grows with all that is written.
  int size() {
    return size;
  }

  /// Counts a word of `characters` and the space before it.
  void countWord(int characters) {
    words += characters;
    if (words > MAX_WORDS) {
      throw new UncleanableBody(Body.Fault.TOO_LARGE);
    }
    count(characters + 1, 0);
  }

  void count(int characters, int elements) {
    size += characters + ELEMENT_SIZE * elements;
    if (size > MAX_SIZE) {
      throw new UncleanableBody(Body.Fault.TOO_LARGE);
    }
  }
}
