package news.nashra.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Two editors change one article a thousand times, and no word is lost or doubled. Every word is
/// there once, so that it can be counted. The seed is `-Dedits.seed=7`.
class RandomEditsTest extends BrowserTest {
  private static final long SEED = Long.getLong("edits.seed", 1);
  private static final int EDITS = 1000;
  private static final int PARAGRAPHS = 30;
  private static final int MOST_AT_ONCE = 24;

  /// Words of the first revision, and those of the editors.
  private static final Pattern WORD = Pattern.compile("[نك]\\d{4}");

  /// As a working copy or a revision.
  private static final Pattern WITH_THE_NEWSROOM = Pattern.compile("لدى الصحيفة|النسخة");

  /// Makes edits as keys would make them, each a step of undo, and answers the text.
  private static final String EDIT =
      """
      (edits) => {
        const { view } = document.querySelector("rich-text");
        const pick = (list, share) => list[Math.floor(share * list.length)];
        const spaces = (text) => [...text.matchAll(/ /g)].map(({ index }) => index);
        const blocks = () => {
          const all = [];
          view.state.doc.forEach(({ textContent }, pos) => all.push({ text: textContent, pos }));
          return all;
        };
        const press = (shiftKey) => {
          const key = { key: "z", code: "KeyZ", ctrlKey: true, shiftKey, cancelable: true };
          view.dom.dispatchEvent(new KeyboardEvent("keydown", key));
        };
        const acts = {
          insert(tr, { word, block, place }) {
            const { text, pos } = pick(blocks(), block);
            const at = pick(spaces(` ${text} `), place);
            if (at) tr.insertText(` ${word}`, pos + at);
            else tr.insertText(`${word} `, pos + 1);
          },
          delete(tr, { word }) {
            const { text, pos } = blocks().find(({ text }) => text.includes(word));
            const from = text.indexOf(word);
            const to = from + word.length;
            if (from) tr.delete(pos + from, pos + 1 + to);
            else tr.delete(pos + 1, pos + 1 + Math.min(text.length, to + 1));
          },
          split(tr, { block, place }) {
            const { text, pos } = pick(blocks().filter(({ text }) => text.includes(" ")), block);
            const at = pos + 1 + pick(spaces(text), place);
            tr.delete(at, at + 1).split(at);
          },
          join(tr, { block }) {
            const { pos } = pick(blocks().slice(1), block);
            tr.join(pos).insertText(" ", pos - 1);
          },
        };
        for (const edit of edits) {
          if (edit.kind === "undo" || edit.kind === "redo") {
            press(edit.kind === "redo");
          } else {
            const { tr } = view.state;
            acts[edit.kind](tr, edit);
            view.dispatch(tr.setMeta("closeHistory$", true));
          }
        }
        return blocks().map(({ text }) => text).join("\\n");
      }
      """;

  private final Random random = new Random(SEED);
  private String id = "";
  private int made;
  private int words;

  /// @param word that is inserted or deleted; empty if none is
  private record Edit(String kind, String word, double block, double place) {
    Map<String, Object> json() {
      return Map.of("kind", kind, "word", word, "block", block, "place", place);
    }
  }

  /// What one of the two knows: which words are theirs and live, and what they can undo.
  private final class Editor {
    final Page page;
    final TreeSet<String> own = new TreeSet<>();
    final Deque<Edit> done = new ArrayDeque<>();
    final Deque<Edit> undone = new ArrayDeque<>();
    int revision = 1;

    Editor(Desk desk) {
      page = desk.page();
    }

    /// The last of the edits adds a word, so that there is something to save.
    void edit() {
      done.clear();
      undone.clear();
      int count = Math.min(1 + random.nextInt(MOST_AT_ONCE), Math.max(1, EDITS - made));
      var edits = IntStream.range(1, count).mapToObj(n -> next()).collect(Collectors.toList());
      edits.add(insertion());
      made += count;
      check((String) page.evaluate(EDIT, edits.stream().map(Edit::json).toList()));
    }

    private Edit next() {
      int chance = random.nextInt(100);
      if (chance < 14 && !own.isEmpty()) {
        var word = List.copyOf(own).get(random.nextInt(own.size()));
        return make(new Edit("delete", word, 0, 0));
      } else if (chance < 20) {
        return make(new Edit("split", "", random.nextDouble(), random.nextDouble()));
      } else if (chance < 26) {
        return make(new Edit("join", "", random.nextDouble(), 0));
      } else if (chance < 34 && !done.isEmpty()) {
        var edit = done.pop();
        undone.push(edit);
        take(edit, !edit.kind.equals("insert"));
        return new Edit("undo", "", 0, 0);
      } else if (chance < 40 && !undone.isEmpty()) {
        var edit = undone.pop();
        done.push(edit);
        take(edit, edit.kind.equals("insert"));
        return new Edit("redo", "", 0, 0);
      }
      return insertion();
    }

    private Edit insertion() {
      var word = "ك%04d".formatted(++words);
      return make(new Edit("insert", word, random.nextDouble(), random.nextDouble()));
    }

    private Edit make(Edit edit) {
      undone.clear();
      done.push(edit);
      take(edit, edit.kind.equals("insert"));
      return edit;
    }

    private void take(Edit edit, boolean lives) {
      if (!edit.word.isEmpty() && lives) {
        own.add(edit.word);
      } else {
        own.remove(edit.word);
      }
    }

    void save() {
      int next = newest() + 1;
      page.locator(".save").click();
      awaitRevision(next);
    }

    /// Goes on while the newsroom has not answered: on the way is the revision, or the older one
    /// with which a colleague's is joined.
    void saveAndGoOn() {
      int next = newest() + 1;
      boolean isBehind = revision < next - 1;
      var held = new ArrayList<Route>();
      var address = Pattern.compile(".*/api/articles/" + id + (isBehind ? "/revisions/.*" : "$"));
      page.route(
          address,
          route -> {
            if (held.isEmpty() && isHeld(route.request(), isBehind)) {
              held.add(route);
            } else {
              route.resume();
            }
          });
      page.locator(".save").click();
      await(() -> !held.isEmpty());
      edit();
      held.getFirst().resume();
      awaitRevision(next);
      page.unroute(address);
    }

    private static boolean isHeld(Request request, boolean isBehind) {
      return request.method().equals(isBehind ? "GET" : "PUT");
    }

    private void awaitRevision(int next) {
      await(() -> isAsked() || (newest() == next && page.locator(".save").isEnabled()));
      if (isAsked()) {
        answer();
        page.locator(".save").click();
        awaitRevision(next);
      }
      revision = next;
    }

    /// Joins the newest revision with what is in the form, without a revision of it.
    void takeIn() {
      var note = page.locator(".write-note button");
      // The desk looks for newer revisions each 15 seconds, and whenever the network is back.
      page.evaluate("dispatchEvent(new Event('online'))");
      note.click();
      await(() -> isAsked() || (note.count() == 0 && isWithTheNewsroom()));
      if (isAsked()) {
        answer();
      }
      revision = newest();
    }

    void reload() {
      page.reload();
      assertThat(text()).containsText(own.last());
      check(text().innerText());
    }

    private void check(String text) {
      assertThat(wordsOf(text)).as(where()).doesNotHaveDuplicates().containsAll(own);
    }

    private boolean isAsked() {
      return page.locator("dialog.merge[open]").count() > 0;
    }

    /// Keeps both, perhaps after writing on.
    private void answer() {
      var question = page.locator("dialog.merge[open]");
      if (random.nextInt(4) == 0) {
        question.getByText("لاحقا").click();
        edit();
        page.locator(".write-status").getByText("اختيار").click();
        await(() -> isAsked() || isWithTheNewsroom());
      }
      if (isAsked()) {
        question.getByText("الاثنان").all().forEach(Locator::click);
        question.getByText("تطبيق").click();
        assertThat(question).hasCount(0);
        await(this::isWithTheNewsroom);
      }
    }

    private boolean isWithTheNewsroom() {
      return WITH_THE_NEWSROOM.matcher(status()).find();
    }

    private void await(BooleanSupplier holds) {
      try {
        page.waitForCondition(holds);
      } catch (RuntimeException e) {
        throw new AssertionError(where() + ": " + status(), e);
      }
    }

    private Locator text() {
      return page.locator("rich-text [contenteditable=true]");
    }

    private String status() {
      return page.locator(".write-status").innerText();
    }
  }

  @Test
  void ofAThousandEditsByTwoNothingIsLostOrDoubled() {
    var begun = paragraphs();
    id =
        id(
            publish(
                article()
                    .put("status", "draft")
                    .put("headline", "ألف تغيير " + System.nanoTime())
                    .put("bodyHtml", String.join("", begun))));
    try (var mine = Desk.open(browser, "editor", "#/write/" + id);
        var theirs = Desk.open(browser, "editor,moderator", "#/write/" + id)) {
      var editors = List.of(new Editor(mine), new Editor(theirs));
      editors.forEach(editor -> assertThat(editor.text()).containsText("ن0001"));
      while (made < EDITS) {
        var editor = editors.get(random.nextInt(2));
        editor.edit();
        goOn(editor);
      }
      for (var editor : editors) {
        editor.edit();
        editor.save();
      }
      editors.stream().filter(editor -> editor.revision < newest()).forEach(Editor::takeIn);
      var living = new TreeSet<>(wordsOf(String.join("", begun)));
      editors.forEach(editor -> living.addAll(editor.own));
      var body = saved().path("bodyHtml").asText();
      assertThat(wordsOf(body)).as(where()).containsExactlyInAnyOrderElementsOf(living);
      for (var editor : editors) {
        assertThat(editor.isAsked()).as(where()).isFalse();
        assertThat(editor.status()).as(where()).contains("النسخة " + newest());
        var shown = editor.text().locator("p").allTextContents();
        assertThat(shown)
            .as(where())
            .isEqualTo(List.of(body.replaceAll("^<p>|</p>$", "").split("</p>\\s*<p>")));
      }
      assertThat(mine.faults()).as(where()).isEmpty();
      assertThat(theirs.faults()).as(where()).isEmpty();
    }
  }

  /// What an editor does after some edits: often nothing, so that both have words of their own.
  private void goOn(Editor editor) {
    switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> editor.save();
      case 4, 5 -> editor.saveAndGoOn();
      case 6 -> {
        if (editor.revision < newest()) {
          editor.takeIn();
        }
      }
      case 7 -> editor.reload();
      default -> {}
    }
  }

  private static List<String> paragraphs() {
    return IntStream.range(0, PARAGRAPHS)
        .mapToObj(n ->
            IntStream.rangeClosed(1, 8)
                .mapToObj(word -> "ن%04d".formatted(n * 8 + word) + (word % 4 == 0 ? "." : ""))
                .collect(Collectors.joining(" ", "<p>", "</p>")))
        .toList();
  }

  private JsonNode saved() {
    return read("/api/articles/" + id).json();
  }

  private int newest() {
    return saved().path("revision").asInt();
  }

  private static List<String> wordsOf(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  private String where() {
    return "seed %d, after %d edits".formatted(SEED, made);
  }
}
