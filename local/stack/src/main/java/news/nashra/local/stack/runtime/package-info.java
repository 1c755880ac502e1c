/// Runs the functions of the template from their built zips.
@NullMarked
package news.nashra.local.stack.runtime;

import org.jspecify.annotations.NullMarked;
