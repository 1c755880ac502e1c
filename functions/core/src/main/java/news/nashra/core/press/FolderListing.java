package news.nashra.core.press;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A look at some folders of the site bucket that have the same parent: the articles of a day. If
/// there are several, one listing of the parent serves them all, as long as that takes few calls.
///
/// @param parent `2026/02/23/`; for a single folder, that folder
/// @param folders `2026/02/23/slug/`
record FolderListing(String parent, Set<String> folders) {
  /// For fewer folders than these, a listing of their parent saves too little for what else is in
  /// it.
  private static final int MIN_TOGETHER = 4;

  /// Other parents hold too much else.
  private static final Pattern DAY = Pattern.compile("\\d{4,}/\\d{2}/\\d{2}/");

  FolderListing {
    folders = Set.copyOf(folders);
  }

  /// The listings that show all of `folders`.
  static List<FolderListing> of(Collection<String> folders) {
    var listings = new ArrayList<FolderListing>();
    folders.stream()
        .collect(groupingBy(FolderListing::parent, TreeMap::new, Collectors.toSet()))
        .forEach((parent, some) -> {
          if (some.size() < MIN_TOGETHER || !DAY.matcher(parent).matches()) {
            some.stream().sorted().forEach(f -> listings.add(new FolderListing(f, Set.of(f))));
          } else {
            listings.add(new FolderListing(parent, some));
          }
        });
    return listings;
  }

  private static String parent(String folder) {
    return folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
  }

  boolean shows(Collection<String> some) {
    return some.stream().anyMatch(folders::contains);
  }

  /// What was seen.
  ///
  /// @param pages those in the folders, by key; others in their parent may be among them
  /// @param faults of folders that could not be listed, by folder
  record Listed(Map<String, StoredPage> pages, Map<String, RuntimeException> faults) {}

  /// Throws if the only listing fails.
  Listed read(Press press) {
    return folders.contains(parent)
        ? new Listed(press.list(parent), Map.of())
        : press
            .list(parent, folders.size() / MIN_TOGETHER)
            .map(pages -> new Listed(pages, Map.of()))
            .orElseGet(() -> oneByOne(press));
  }

  private Listed oneByOne(Press press) {
    var tasks = new ArrayList<Attempts.Task<String, Map<String, StoredPage>>>();
    folders.stream()
        .sorted()
        .forEach(folder -> tasks.add(new Attempts.Task<>(folder, () -> press.list(folder))));
    var listed = new Listed(new HashMap<>(), new HashMap<>());
    Attempts.run(tasks, listed.faults()::put).forEach(done -> listed.pages().putAll(done.result()));
    return listed;
  }
}
