/// The part of SES that functions send mail with, and the mails as files and pages.
@NullMarked
package news.nashra.local.stack.mail;

import org.jspecify.annotations.NullMarked;
