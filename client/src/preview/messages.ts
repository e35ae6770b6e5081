/** What the preview's page and the extension tell each other: plain data only. */
import type { FormEdit, FormView, Range } from '../../../server/src/lsp/protocol.ts';
import type { Words } from './words.ts';

/** What the page shows. */
export interface PageView {
  readonly uri: string;
  /** Of the text that is shown. */
  readonly version: number;
  readonly words: Words;
  /** One of the reports has its tables. */
  readonly reports: readonly FormView[];
  readonly report: number;
  /** Why nothing can be changed here; undefined where it can. */
  readonly readOnly?: string;
}

export type ToPage =
  | { readonly type: 'view'; readonly view: PageView }
  /** The text is not open any more; what is shown stays, unchangeable. */
  | { readonly type: 'closed'; readonly message: string }
  /** The caret of the text stands in a figure. */
  | { readonly type: 'caret'; readonly figure: string }
  /** The panel has the focus: the selected cell takes it. */
  | { readonly type: 'focus' }
  /** What became of an edit, to be shown and read out; the empty text where there is nothing to say. `version` is the text's then. */
  | { readonly type: 'told'; readonly message: string; readonly isRefusal: boolean; readonly figure: string; readonly version: number }
  | { readonly type: 'clipboard'; readonly text: string };

export type ToHost =
  | { readonly type: 'ready' }
  | { readonly type: 'report'; readonly report: number }
  /** A cell was selected; `open` where the text shall be shown if it is not. */
  | { readonly type: 'select'; readonly figure: string; readonly open: boolean }
  | { readonly type: 'reveal'; readonly range: Range }
  /** Last year's report is wanted, at the cell of a figure. */
  | { readonly type: 'lastYear'; readonly figure: string }
  | { readonly type: 'edit'; readonly edit: FormEdit }
  | { readonly type: 'undo' | 'redo' | 'openText' | 'readClipboard' }
  /** The page as it stands, to be printed from a browser. */
  | { readonly type: 'print'; readonly html: string };

/** What the page keeps while it is hidden, and over a restart of the editor. */
export interface PageState {
  readonly uri: string;
  readonly report: number;
  readonly figure?: string;
  /** Whether last year's figures stand with this year's. */
  readonly compares?: boolean;
}
