import type { RequestHandler } from '../handler.ts';
import { checkFile } from './folder/check-file.ts';
import { exportFolder, showFolder } from './folder/folder-page.ts';
import { forgetFiles } from './folder/forget-files.ts';
import { knowFile, lastYearFiles } from './folder/last-year-files.ts';
import { review } from './folder/review.ts';
import { staleFiles } from './folder/stale-files.ts';
import { figures } from './form/figures.ts';
import { formEdit } from './form/form-edit.ts';
import { formView } from './form/form-view.ts';
import { identities } from './form/identities.ts';
import { states } from './form/states.ts';
import { readOffice } from './office/read-office.ts';
import { writeOffice } from './office/write-office.ts';
import { compilable, compile, compileInto } from './reports/compile.ts';
import { exportReport } from './reports/export-report.ts';
import { newReport } from './reports/new-report.ts';
import { nextReport } from './reports/next-report.ts';
import { codeAction } from './standard/code-action.ts';
import { codeActionResolve } from './standard/code-action-resolve.ts';
import { codeLens } from './standard/code-lens.ts';
import { completion } from './standard/completion.ts';
import { definition } from './standard/definition.ts';
import { diagnostic } from './standard/diagnostic.ts';
import { documentHighlight } from './standard/document-highlight.ts';
import { documentLink } from './standard/document-link.ts';
import { documentSymbol } from './standard/document-symbol.ts';
import { foldingRange } from './standard/folding-range.ts';
import { formatting } from './standard/formatting.ts';
import { hover } from './standard/hover.ts';
import { inlayHint } from './standard/inlay-hint.ts';
import { rangeFormatting } from './standard/range-formatting.ts';
import { references } from './standard/references.ts';
import { selectionRange } from './standard/selection-range.ts';
import { semanticTokens, semanticTokensDelta, semanticTokensRange } from './standard/semantic-tokens.ts';
import { showPlace } from './standard/show-place.ts';
import { signatureHelp } from './standard/signature-help.ts';
import { workspaceDiagnostic } from './standard/workspace-diagnostic.ts';
import { workspaceSymbol } from './standard/workspace-symbol.ts';
import { convertTable } from './tables/convert-table.ts';
import { edits } from './tables/edits.ts';
import { followTotals } from './tables/follow-totals.ts';
import { pasteFigures } from './tables/paste-figures.ts';
import { pasteTable } from './tables/paste-table.ts';

/** Every request that the server answers. */
export const handlers: readonly RequestHandler[] = [
  checkFile, codeActionResolve, codeAction, codeLens, compilable, compile, compileInto, completion, convertTable, definition, diagnostic,
  documentHighlight, documentLink, documentSymbol, edits, exportReport, figures, foldingRange, followTotals, forgetFiles, formEdit, formView,
  formatting, hover, identities, inlayHint, knowFile, lastYearFiles, newReport, nextReport, pasteFigures, pasteTable, rangeFormatting,
  readOffice, references, selectionRange, semanticTokens, semanticTokensDelta, semanticTokensRange, signatureHelp, staleFiles, states, writeOffice,
  exportFolder, review, showFolder, showPlace, workspaceDiagnostic, workspaceSymbol,
];
