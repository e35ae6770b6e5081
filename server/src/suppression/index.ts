export { suppressionComment, type CommentContext } from './comment.ts';
export { findDirectives, type CodeMention, type Directive, type DirectiveKind } from './directives.ts';
export { suppress, type DirectiveGroup, type Suppressible, type Suppressed, type SuppressionFinding } from './suppress.ts';
