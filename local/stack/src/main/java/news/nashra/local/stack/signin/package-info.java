/// The local managed login of Cognito, by which the desk signs in.
@NullMarked
package news.nashra.local.stack.signin;

import org.jspecify.annotations.NullMarked;
