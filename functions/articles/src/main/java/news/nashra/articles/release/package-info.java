/// What the clock does to articles: publishes those that are scheduled, and withdraws those that
/// end.
@NullMarked
package news.nashra.articles.release;

import org.jspecify.annotations.NullMarked;
