import type { RequestHandler } from '../handler.ts';
import { checkFile } from './check-file.ts';
import { codeActionResolve } from './code-action-resolve.ts';
import { codeAction } from './code-action.ts';
import { codeLens } from './code-lens.ts';
import { compilable, compile, compileInto } from './compile.ts';
import { completion } from './completion.ts';
import { convertTable } from './convert-table.ts';
import { definition } from './definition.ts';
import { diagnostic } from './diagnostic.ts';
import { documentHighlight } from './document-highlight.ts';
import { documentLink } from './document-link.ts';
import { documentSymbol } from './document-symbol.ts';
import { edits } from './edits.ts';
import { exportReport } from './export-report.ts';
import { figures } from './figures.ts';
import { folderEntry } from './folder-file.ts';
import { exportFolder, showFolder } from './folder-page.ts';
import { foldingRange } from './folding-range.ts';
import { followTotals } from './follow-totals.ts';
import { forgetFiles } from './forget-files.ts';
import { formEdit } from './form-edit.ts';
import { formView } from './form-view.ts';
import { formatting } from './formatting.ts';
import { hover } from './hover.ts';
import { identities } from './identities.ts';
import { inlayHint } from './inlay-hint.ts';
import { knowFile, lastYearFiles } from './last-year-files.ts';
import { newReport } from './new-report.ts';
import { nextReport } from './next-report.ts';
import { pasteFigures } from './paste-figures.ts';
import { pasteTable } from './paste-table.ts';
import { rangeFormatting } from './range-formatting.ts';
import { readOffice } from './read-office.ts';
import { references } from './references.ts';
import { review } from './review.ts';
import { selectionRange } from './selection-range.ts';
import { semanticTokens, semanticTokensDelta, semanticTokensRange } from './semantic-tokens.ts';
import { showPlace } from './show-place.ts';
import { signatureHelp } from './signature-help.ts';
import { states } from './states.ts';
import { staleFiles } from './stale-files.ts';
import { workspaceDiagnostic } from './workspace-diagnostic.ts';
import { workspaceSymbol } from './workspace-symbol.ts';
import { writeOffice } from './write-office.ts';

/** Every request that the server answers. */
export const handlers: readonly RequestHandler[] = [
  checkFile, codeActionResolve, codeAction, codeLens, compilable, compile, compileInto, completion, convertTable, definition, diagnostic,
  documentHighlight, documentLink, documentSymbol, edits, exportReport, figures, foldingRange, followTotals, forgetFiles, formEdit, formView,
  formatting, hover, identities, inlayHint, knowFile, lastYearFiles, newReport, nextReport, pasteFigures, pasteTable, rangeFormatting,
  readOffice, references, selectionRange, semanticTokens, semanticTokensDelta, semanticTokensRange, signatureHelp, staleFiles, states, writeOffice,
  exportFolder, folderEntry, review, showFolder, showPlace, workspaceDiagnostic, workspaceSymbol,
];
