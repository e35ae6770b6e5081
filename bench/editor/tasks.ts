/** A document to open and to type in, with a mistake at one character. */
export interface EditorTask {
  readonly file: string;
  readonly subject: string;
  readonly layout: string;
  readonly size: number;
  /** Whether it is the first of its kind, so that a server has to start. */
  readonly isFirst: boolean;
  readonly line: number;
  readonly character: number;
  /** What stands there without the mistake, and with it; one character each. */
  readonly right: string;
  readonly wrong: string;
  /** How often the mistake is taken away and made again. */
  readonly edits: number;
}

export type Step = 'first' | 'opening' | 'typing';

/** When a step began, on the clock of the machine. */
export interface Begun {
  readonly subject: string;
  readonly layout: string;
  readonly size: number;
  readonly step: Step;
  readonly time: number;
}

/** How long a step took until a mistake was underlined. */
export interface Underlined extends Omit<Begun, 'time'> {
  readonly milliseconds: number;
}
