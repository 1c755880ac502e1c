/// What an editor sends, read and cleaned, before it is an article.
@NullMarked
package news.nashra.articles.draft;

import org.jspecify.annotations.NullMarked;
