/// Reads `template.yaml`, and refuses what the local stack does not run by name and line.
@NullMarked
package news.nashra.local.stack.template;

import org.jspecify.annotations.NullMarked;
