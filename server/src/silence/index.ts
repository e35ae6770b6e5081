export { silencingComment, type CommentContext } from './comment.ts';
export { findDirectives, type CodeMention, type Directive, type DirectiveKind } from './directives.ts';
export { silence, type DirectiveGroup, type Silenceable, type Silenced, type SilenceFinding } from './silence.ts';
