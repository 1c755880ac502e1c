/// Measures the insides of the pictures' module, from its own package.
@NullMarked
package news.nashra.media;

import org.jspecify.annotations.NullMarked;
