/// What an editor sends, read, before it is an article.
@NullMarked
package news.nashra.articles.draft;

import org.jspecify.annotations.NullMarked;
