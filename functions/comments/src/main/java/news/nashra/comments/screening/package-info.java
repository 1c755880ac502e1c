/// Looks for what no newspaper prints: each stage of the screening finds one kind of it.
@NullMarked
package news.nashra.comments.screening;

import org.jspecify.annotations.NullMarked;
