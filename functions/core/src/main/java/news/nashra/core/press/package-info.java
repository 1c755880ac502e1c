/// The press, the only code that writes pages to the site bucket.
@NullMarked
package news.nashra.core.press;

import org.jspecify.annotations.NullMarked;
