package news.nashra.core.press;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import news.nashra.core.Parallel;

/// A look at some folders of the site bucket that have the same parent: the articles of a day. If
/// there are several, one listing of the parent serves them all, as long as that takes few calls.
///
/// @param parent `2026/02/23/`; for a single folder, that folder
/// @param folders `2026/02/23/slug/`
record FolderListing(String parent, Set<String> folders) {
  /// For fewer folders than these, a listing of their parent saves too little for what else is in
  /// it.
  private static final int MIN_TOGETHER = 4;

  FolderListing {
    folders = Set.copyOf(folders);
  }

  /// The listings that show all of `folders`.
  static List<FolderListing> of(Collection<String> folders) {
    var listings = new ArrayList<FolderListing>();
    folders.stream()
        .collect(groupingBy(FolderListing::parent, TreeMap::new, Collectors.toSet()))
        .forEach((parent, some) -> {
          if (some.size() < MIN_TOGETHER) {
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

  /// The pages in the folders, by key; others in their parent may be among them.
  Map<String, StoredPage> read(Press press) {
    return folders.contains(parent)
        ? press.list(parent)
        : press.list(parent, folders.size() / MIN_TOGETHER).orElseGet(() -> oneByOne(press));
  }

  private Map<String, StoredPage> oneByOne(Press press) {
    var reads = new ArrayList<Callable<Map<String, StoredPage>>>();
    folders.stream().sorted().forEach(folder -> reads.add(() -> press.list(folder)));
    var found = new HashMap<String, StoredPage>();
    Parallel.all(reads).forEach(found::putAll);
    return found;
  }
}
