/** How a line stands to a table without delimiters. */
export interface LineReading {
  readonly kind: 'words' | 'figures' | 'furniture' | 'other' | 'sentence';
  /** Whether a whole label of a form stands in it. */
  readonly label: boolean;
  /** The rows, or pieces of rows, that stand in it one behind the other; mostly one. */
  readonly rows: readonly (readonly Word[])[];
  /** How many figures stand in it. */
  readonly figures: number;
}

export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isFigure: boolean;
}

/** A line of prose is seldom shorter; a longer one is a table's only where labels and figures fill it, or figures alone. */
export const longestLine = 300;

/** So many figures behind words are a row, whatever the words. */
export const fewestRowFigures = 5;
