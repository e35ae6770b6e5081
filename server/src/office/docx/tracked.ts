import type { NoteAuthor } from '../office-text.ts';
import { child, elements, escapeAttribute, escapeXml, prefixOf, type XmlElement } from '../xml.ts';
import { newRun, newText } from './new-xml.ts';

export interface PieceEdit {
  /** In the text of the piece. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Changes of the text of a `w:t`, in their order. */
export interface TextChange {
  readonly text: string;
  readonly edits: readonly PieceEdit[];
}

/** Higher numbers are no sequence that anybody counts on. */
const highestId = 1 << 30;

/** Writes changes as ones that a person accepts or rejects (修订): what goes is kept as deleted, what comes stands beside it. */
export class Tracker {
  readonly #source: string;
  readonly #author: NoteAuthor;
  #last: number;

  constructor(source: string, author: NoteAuthor) {
    this.#source = source;
    this.#author = author;
    this.#last = 0;
    for (const [, id] of source.matchAll(/:id="(\d{1,10})"/gu)) {
      this.#last = Number(id) < highestId ? Math.max(this.#last, Number(id)) : this.#last;
    }
  }

  /** Whether the text can be parted where it stands: right in its run. */
  canPart(run: XmlElement | undefined, element: XmlElement): boolean {
    return run !== undefined && elements(run).includes(element);
  }

  inserted(prefix: string, content: string): string {
    return this.#mark(prefix, 'ins', content);
  }

  /** A run parted at the changes of its texts; each part has its properties. */
  run(run: XmlElement, changes: ReadonlyMap<XmlElement, TextChange>): string {
    const prefix = prefixOf(run);
    const properties = child(run, 'w:rPr');
    const tag = this.#source.slice(run.start, run.inner.start) + (properties === undefined ? '' : this.#cut(properties));
    const parted = (content: string): string => (content === '' ? '' : `${tag}${content}</${run.rawName}>`);
    let written = '';
    let kept = '';
    const keep = (text: string): void => {
      kept += text === '' ? '' : newText(prefix, text);
    };
    for (const element of elements(run).filter((each) => each !== properties)) {
      const change = changes.get(element);
      if (change === undefined) {
        kept += this.#cut(element);
        continue;
      }
      let at = 0;
      for (const { from, to, text } of wholeNumbers(change)) {
        keep(change.text.slice(at, from));
        written += parted(kept);
        kept = '';
        written += from === to ? '' : this.#mark(prefix, 'del', parted(deletedText(prefix, change.text.slice(from, to))));
        written += text === '' ? '' : this.inserted(prefix, newRun(this.#source, prefix, properties, text));
        at = to;
      }
      keep(change.text.slice(at));
    }
    return written + parted(kept);
  }

  #mark(prefix: string, kind: 'ins' | 'del', content: string): string {
    this.#last += 1;
    const { name, date } = this.#author;
    return `<${prefix}${kind} ${prefix}id="${this.#last}" ${prefix}author="${escapeAttribute(name)}" ${prefix}date="${date}">${content}</${prefix}${kind}>`;
  }

  #cut({ start, end }: XmlElement): string {
    return this.#source.slice(start, end);
  }
}

/** A person decides about numbers, and not about some of their digits. */
function wholeNumbers({ text, edits }: TextChange): PieceEdit[] {
  return edits.map((edit, index) => {
    if (/[^\d.]/u.test(edit.text + text.slice(edit.from, edit.to))) {
      return edit;
    }
    const before = /(?<![\d.])[\d.]*$/u.exec(text.slice(edits[index - 1]?.to ?? 0, edit.from))?.[0] ?? '';
    const after = /^[\d.]*/u.exec(text.slice(edit.to, edits[index + 1]?.from))?.[0] ?? '';
    // Between two changes of one number the first takes what stands there.
    const own = index > 0 && edits[index - 1]?.to === edit.from - before.length ? '' : before;
    return { from: edit.from - own.length, to: edit.to + after.length, text: own + edit.text + after };
  });
}

function deletedText(prefix: string, text: string): string {
  return `<${prefix}delText xml:space="preserve">${escapeXml(text)}</${prefix}delText>`;
}
