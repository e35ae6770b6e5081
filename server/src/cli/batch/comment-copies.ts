import * as l10n from '@vscode/l10n';
import { severityName } from '../../rules/codes.ts';
import { positionsIn } from '../../syntax/positions.ts';
import { checkAuthor } from '../writing/check-author.ts';
import { Copies } from '../writing/copies.ts';
import type { CheckedFile, Finding } from '../checking/examine.ts';
import type { Source } from '../reading/source.ts';

/** Copies of Word files in which each finding is a comment. */
export class CommentCopies {
  readonly #copies: Copies | undefined;

  /** @param comments the folder; undefined where no copies are wanted */
  constructor({ comments, cwd }: { readonly comments: string | undefined; readonly cwd: string }) {
    this.#copies = comments === undefined ? undefined : new Copies(comments, cwd);
  }

  /** Gives what is to be said of it; nothing where no copy is wanted or nothing was found. @throws where it cannot be written */
  write({ input, office }: Source, { findings, text }: CheckedFile): string[] {
    if (this.#copies === undefined || office?.annotate === undefined || findings.length === 0) {
      return [];
    }
    const { offset } = positionsIn(text);
    const notes = findings.map((finding) => ({ start: offset(finding.range.start), end: offset(finding.range.end), text: noteOf(finding) }));
    const copy = office.annotate(notes, checkAuthor());
    return copy === undefined
      ? [`${input.path}: ${l10n.t('comments cannot be written into this file')}`]
      : [l10n.t('{0}: {1} comments in {2}', input.path, notes.length, this.#copies.write(input, copy))];
  }
}

/** What is wrong, what it was computed from, and the code of the rule. */
function noteOf({ severity, message, code, related }: Finding): string {
  return [l10n.t('{0}: {1}', severityName(severity), message), ...related.map((each) => each.message), `[${code}]`].join('\n');
}
