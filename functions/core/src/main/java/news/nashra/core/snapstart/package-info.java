/// What functions do before Lambda takes their snapshots.
@NullMarked
package news.nashra.core.snapstart;

import org.jspecify.annotations.NullMarked;
