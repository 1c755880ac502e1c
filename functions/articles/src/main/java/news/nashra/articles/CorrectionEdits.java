package news.nashra.articles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import news.nashra.core.FieldError;

/// What a revision does to the corrections of an article. Immutable.
///
/// @param list the corrections that the article has from now on; absent if all stay as they are
/// @param added the text of one more
public record CorrectionEdits(Optional<List<Edit>> list, Optional<String> added) {
  public static final CorrectionEdits NONE =
      new CorrectionEdits(Optional.empty(), Optional.empty());

  /// @param at the instant of the correction that stays or gets another text; absent for a new one
  public record Edit(Optional<Instant> at, String text) {}

  public CorrectionEdits {
    list = list.map(List::copyOf);
  }

  /// The field in which an editor asks for it.
  public String field() {
    return list.isPresent() ? "corrections" : "correction";
  }

  /// Whether it adds a correction.
  public boolean adds() {
    return added.isPresent() || edits().stream().anyMatch(edit -> edit.at().isEmpty());
  }

  /// The corrections after this revision, oldest first. A new one has the instant `now`, or the
  /// first free millisecond after it: an instant names one correction.
  public List<Correction> apply(List<Correction> before, Instant now) {
    var texts = new TreeMap<Instant, String>();
    if (list.isEmpty()) {
      before.forEach(correction -> texts.put(correction.at(), correction.text()));
    }
    edits().forEach(edit -> edit.at().ifPresent(at -> texts.put(at, edit.text())));
    for (var text : newTexts()) {
      var at = now;
      while (texts.containsKey(at)) {
        at = at.plusMillis(1);
      }
      texts.put(at, text);
    }
    return texts.entrySet().stream().map(e -> new Correction(e.getKey(), e.getValue())).toList();
  }

  /// The instants that edits name and that are none of the corrections `before`.
  public Set<Instant> unknown(List<Correction> before) {
    var unknown = new TreeSet<Instant>();
    edits().forEach(edit -> edit.at().ifPresent(unknown::add));
    before.forEach(correction -> unknown.remove(correction.at()));
    return unknown;
  }

  /// The faults of edits that name one of `unknown`.
  public List<FieldError> faults(Set<Instant> unknown) {
    var faults = new ArrayList<FieldError>();
    for (int i = 0; i < edits().size(); i++) {
      if (edits().get(i).at().filter(unknown::contains).isPresent()) {
        faults.add(FieldError.of("corrections[" + i + "].at", "error.noSuchCorrection"));
      }
    }
    return faults;
  }

  private List<Edit> edits() {
    return list.orElse(List.of());
  }

  private List<String> newTexts() {
    var texts = new ArrayList<String>();
    edits().stream().filter(edit -> edit.at().isEmpty()).map(Edit::text).forEach(texts::add);
    added.ifPresent(texts::add);
    return texts;
  }
}
