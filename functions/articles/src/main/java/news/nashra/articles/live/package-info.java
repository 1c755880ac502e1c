/// Live coverage: the entries of an article of the kind `live`, as items of the articles table and
/// as pages need them.
@NullMarked
package news.nashra.articles.live;

import org.jspecify.annotations.NullMarked;
