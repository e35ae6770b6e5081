import type { Position, TextEdit } from '../service-types.ts';
import type { Layout } from '../syntax/tree.ts';
import { findDirectives, type Directive, type DirectiveKind } from './directives.ts';
import type { Suppressible } from './suppress.ts';

/** What the choice of a comment's place depends on. */
export interface CommentContext {
  readonly languageId: string;
  /** A line's text without its line end; undefined below 0 and past the end. */
  readonly lineAt: (line: number) => string | undefined;
  readonly lineEnd: string;
  /** The layout of the table that the finding stands in, if it stands in one. */
  readonly layout: Layout | undefined;
  /** Whether the finding's line is a heading or title. */
  readonly isHeading: boolean;
}

/**
 * The edit that suppresses a finding by a comment, or undefined where a comment would be published with the text
 * or would tear a table apart: the settings file is the place then.
 * In a table it goes where its layout has room for it, in HTML behind the finding, else on a line above.
 */
export function suppressionComment(finding: Suppressible, context: CommentContext): TextEdit | undefined {
  const isHtml = context.languageId === 'html' || context.layout?.isMarkup === true;
  if (context.languageId !== 'markdown' && !isHtml) {
    return undefined;
  }
  const { start, end } = finding.range;
  const own = context.lineAt(start.line) ?? '';
  const widened = widen(finding, start.line, own, 'disable-line')
    ?? widen(finding, start.line - 1, context.lineAt(start.line - 1), 'disable-next-line');
  if (widened !== undefined) {
    return widened;
  }
  if (isHtml) {
    const sameLine = end.line === start.line ? end.character : own.length;
    return insertion({ line: start.line, character: sameLine }, comment('disable-line', finding.code));
  }
  if (context.layout) {
    const character = context.layout.writer?.commentAt?.(own);
    return character === undefined ? undefined : insertion({ line: start.line, character }, ` ${comment('disable-line', finding.code)}`);
  }
  const previous = context.lineAt(start.line - 1);
  if (context.isHeading || previous === undefined || previous.trim() === '') {
    return insertion({ line: start.line, character: 0 }, comment('disable-next-line', finding.code) + context.lineEnd);
  }
  const character = own.trimEnd().length;
  return insertion({ line: start.line, character }, ` ${comment('disable-line', finding.code)}`);
}

function comment(kind: DirectiveKind, code: string): string {
  return `<!-- disclosure-report-${kind} ${code} -->`;
}

function insertion(position: Position, newText: string): TextEdit {
  return { range: { start: position, end: position }, newText };
}

/** Adds the code to a comment that is already there for the line. */
function widen(finding: Suppressible, line: number, text: string | undefined, kind: DirectiveKind): TextEdit | undefined {
  const directive = text === undefined ? undefined : findDirectives(text).find((one) => isOpenList(one, kind));
  const last = directive?.codes.at(-1);
  return last === undefined ? undefined : insertion({ line, character: last.end }, ` ${finding.code}`);
}

function isOpenList(directive: Directive, kind: DirectiveKind): boolean {
  return directive.kind === kind && directive.codes.length > 0;
}
