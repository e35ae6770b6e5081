export { suppressionComment, type CommentContext } from './comment.ts';
export { findDirectives, type Directive } from './directives.ts';
export { suppress, type DirectiveGroup, type SuppressionFinding } from './suppress.ts';
