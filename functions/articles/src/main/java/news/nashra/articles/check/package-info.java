/// The newspaper's check of itself: publishes, edits, comments and withdraws in a hidden section,
/// and compares what readers get with what was sent. See docs/decisions/023-synthetic-check.md.
@NullMarked
package news.nashra.articles.check;

import org.jspecify.annotations.NullMarked;
