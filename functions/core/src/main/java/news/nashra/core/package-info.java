/// What every feature stands on: text, ids, instants, settings, and lines for the log.
@NullMarked
package news.nashra.core;

import org.jspecify.annotations.NullMarked;
