/** What a suppression comment (屏蔽注释) asks for. */
export type DirectiveKind = 'disable-next-line' | 'disable-line' | 'disable' | 'enable' | 'disable-file';

/** A code that a comment names, with its offsets in the text that was searched. */
export interface CodeMention {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/** A comment `<!-- disclosure-report-… CODE … -->`; offsets are UTF-16 units in the text that was searched. */
export interface Directive {
  readonly start: number;
  readonly end: number;
  /** Undefined where the word after `disclosure-report-` asks for nothing known. */
  readonly kind: DirectiveKind | undefined;
  /** The word as written, with `disclosure-report-`. */
  readonly name: string;
  /** Empty where the comment is about every code. */
  readonly codes: readonly CodeMention[];
}

const marker = 'disclosure-report-';
const commentStart = '<!--';
const commentEnd = '-->';
const kinds: ReadonlySet<string> = new Set<DirectiveKind>([
  'disable-next-line', 'disable-line', 'disable', 'enable', 'disable-file',
]);
const none: readonly Directive[] = [];

/** The suppression comments of a text, in order; time is linear in its length, and next to nothing where there are none. */
export function findDirectives(text: string): readonly Directive[] {
  let at = text.indexOf(marker);
  if (at < 0) {
    return none;
  }
  const found: Directive[] = [];
  const fences = fencedStretches(text);
  while (at >= 0) {
    const start = commentStartBefore(text, at);
    while (fences[0] !== undefined && fences[0].end <= at) {
      fences.shift();
    }
    if (start === undefined || text[start - 1] === '`' || (fences[0] !== undefined && fences[0].start < at)) {
      at = text.indexOf(marker, at + marker.length);
      continue;
    }
    const close = text.indexOf(commentEnd, at);
    if (close < 0) {
      break;
    }
    found.push(readDirective(text, start, at, close));
    at = text.indexOf(marker, close);
  }
  return found;
}

/** Code fences: a comment that is quoted in one is an example and asks for nothing. */
function fencedStretches(text: string): { start: number; end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  let open: { mark: string; start: number } | undefined;
  for (const match of text.matchAll(/^ {0,3}(`{3,}|~{3,})([^\r\n]*)/gmu)) {
    const [line, mark = '', info = ''] = match;
    if (open === undefined) {
      open = { mark, start: match.index };
    } else if (mark.startsWith(open.mark) && info.trim() === '') {
      stretches.push({ start: open.start, end: match.index + line.length });
      open = undefined;
    }
  }
  return open === undefined ? stretches : [...stretches, { start: open.start, end: text.length }];
}

function commentStartBefore(text: string, at: number): number | undefined {
  let before = at;
  while (before > 0 && isSpace(text.charCodeAt(before - 1))) {
    before -= 1;
  }
  return text.endsWith(commentStart, before) ? before - commentStart.length : undefined;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0x3000;
}

function readDirective(text: string, start: number, nameStart: number, close: number): Directive {
  const words: CodeMention[] = [];
  const word = /[^\s,，、;；]+/gu;
  for (const match of text.slice(nameStart, close).matchAll(word)) {
    const from = nameStart + match.index;
    words.push({ code: match[0], start: from, end: from + match[0].length });
  }
  const name = words[0]?.code ?? marker;
  const kind = name.slice(marker.length);
  return {
    start,
    end: close + commentEnd.length,
    kind: kinds.has(kind) ? kind as DirectiveKind : undefined,
    name,
    codes: words.slice(1),
  };
}
