/// Links under which someone without a sign-in sees an article as it would be.
@NullMarked
package news.nashra.articles.preview;

import org.jspecify.annotations.NullMarked;
