/// Articles as items of their table: heads, lists, the transaction that changes an article, and
/// requests with a key.
@NullMarked
package news.nashra.articles.store;

import org.jspecify.annotations.NullMarked;
