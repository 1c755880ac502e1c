/// What every feature builds on: text, ids, instants, settings and logging.
@NullMarked
package news.nashra.core;

import org.jspecify.annotations.NullMarked;
