/// The secrets of the template: generated, kept in files, and told to functions.
@NullMarked
package news.nashra.local.stack.secrets;

import org.jspecify.annotations.NullMarked;
