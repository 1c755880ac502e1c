/// What moderators switch in a flood of comments, without a deployment.
@NullMarked
package news.nashra.comments.policy;

import org.jspecify.annotations.NullMarked;
