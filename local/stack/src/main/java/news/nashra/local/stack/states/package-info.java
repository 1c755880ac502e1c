/// Runs the state machines of the template: an interpreter for the part of the [Amazon States
/// Language](https://states-language.net/spec.html) that `template.yaml` uses.
@NullMarked
package news.nashra.local.stack.states;

import org.jspecify.annotations.NullMarked;
