/// Articles as items of their table: heads, lists, the transaction of a change, requests that were
/// answered.
@NullMarked
package news.nashra.articles.store;

import org.jspecify.annotations.NullMarked;
