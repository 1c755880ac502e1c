/// Creates, revises, withdraws and reads articles for editors.
@NullMarked
package news.nashra.articles.publish;

import org.jspecify.annotations.NullMarked;
