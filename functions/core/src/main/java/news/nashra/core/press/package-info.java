/// The press: the one way in which a page reaches the site bucket.
@NullMarked
package news.nashra.core.press;

import org.jspecify.annotations.NullMarked;
