/** What a page about the folder and the extension tell each other: plain data only. */
export type ToPage = {
  readonly type: 'show';
  /** HTML, every text of it escaped by the server. */
  readonly body: string;
  readonly language: string;
  readonly exportLabel: string;
} | {
  /** How far it has come; for a page that shows nothing yet. */
  readonly type: 'wait';
  readonly text: string;
};

export type ToHost =
  | { readonly type: 'ready' | 'export' }
  /** A row, by the indexes of its file and of itself in that. */
  | { readonly type: 'reveal' | 'review'; readonly file: number; readonly row: number };
