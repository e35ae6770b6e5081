import * as l10n from '@vscode/l10n';
import {
  CodeActionKind, CodeActionTriggerKind, type CodeAction, type CodeActionParams, type Diagnostic,
} from 'vscode-languageserver';
import { calledByCode } from '../../rules/codes.ts';
import type { Diagnostic as Finding, LayoutChoice, Range, ReportDocument } from '../../service-types.ts';
import { settingsUris } from '../../settings/index.ts';
import { toDiagnostic, toWorkspaceEdit } from '../convert.ts';
import { isWronglyDecoded } from '../encoding.ts';
import { isOfficeText } from '../../office-address.ts';
import { recomputeTotalsKind } from '../protocol.ts';
import type { Session } from '../session.ts';
import { suppressedWith, type Suppressed } from '../suppression.ts';
import { withEdit, type ActionData } from './data.ts';
import { lastYearFixes, lastYearPlaces } from './last-year.ts';
import { naming } from './naming.ts';
import { recomputation } from './recomputation.ts';
import { revised } from './revised.ts';
import { isSameRange, touches } from '../../syntax/positions.ts';
import { addAll } from '../../syntax/lists.ts';

/** What can be done at a place of a report. */
export function offerActions(document: ReportDocument, params: CodeActionParams, session: Session): CodeAction[] {
  const { range, context } = params;
  const { service } = session;
  if (isWronglyDecoded(document) || !service.isReport(document)) {
    return [];
  }
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix, context.only)) {
    addAll(actions, fixes(document, range, context.diagnostics, session));
    addAll(actions, lastYearFixes(document, range, session));
    addAll(actions, revised(document, range, session));
    addAll(actions, suppression(document, range, context.diagnostics, session));
    addAll(actions, naming(document, range, session));
  }
  if (isWanted(recomputeTotalsKind, context.only) && service.recomputeTotals(document, range).length > 0) {
    const title = l10n.t('Recompute the totals of the report');
    actions.push(withEdit({ title, kind: recomputeTotalsKind }, document, { range }, session,
      () => recomputation(document, range, session)));
  }
  if (isWanted(CodeActionKind.Refactor, context.only)) {
    addAll(actions, lastYearPlaces(document, params, session));
  }
  // An office file lays its tables out itself. Not at every move of the caret, since each is tried out before it is offered.
  if (!isOfficeText(document.uri) && isWanted(CodeActionKind.RefactorRewrite, context.only) && context.triggerKind !== CodeActionTriggerKind.Automatic) {
    addAll(actions, layouts(document, range, session));
  }
  return actions;
}

function fixes(document: ReportDocument, range: Range, known: readonly Diagnostic[], session: Session): CodeAction[] {
  const { client, service } = session;
  return service.quickFixes(document, range).map(({ diagnostic, fix }, index) => {
    const action: CodeAction = {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [shownAs(diagnostic, document, known, session)],
      ...(fix.isPreferred ? { isPreferred: true } : {}),
    };
    return withEdit(action, document, { range, fix: index }, session, () => toWorkspaceEdit(document, fix.edits, client));
  });
}

/** Only for a client that asks for edits later and can make the file. */
function suppression(document: ReportDocument, range: Range, known: readonly Diagnostic[], session: Session): CodeAction[] {
  const { client, service } = session;
  if (!client.resolvesEdits || !client.createsFiles || settingsUris(document.uri, []).length === 0) {
    return [];
  }
  const { uri, version } = document;
  const all = service.diagnostics(document);
  return all.filter((finding) => touches(finding.range, range)).flatMap((finding) => {
    const { code, figure, range: place } = finding;
    const suppressed: Suppressed = figure === undefined ? { code, range: place } : { code, range: place, figure };
    const alike = suppressedWith(document, suppressed, all);
    return !alike.includes(finding) ? [] : {
      title: alike.length === 1
        ? l10n.t('Ignore this finding “{0}” in the settings file', calledByCode(code))
        : l10n.t('Ignore the {1} findings “{0}” with the same text in the settings file', calledByCode(code), alike.length),
      kind: CodeActionKind.QuickFix,
      diagnostics: [shownAs(finding, document, known, session)],
      data: { uri, version, range, suppressed } satisfies ActionData,
    };
  });
}

/** The ways in which the table at the start of the range may be laid out; for a client that takes edits at once those that were tried. */
function layouts(document: ReportDocument, { start }: Range, session: Session): CodeAction[] {
  const { client, service } = session;
  const ways: readonly (readonly [title: string, layout: LayoutChoice])[] = [
    [l10n.t('Align the table'), 'aligned'],
    [l10n.t('Convert the table to Markdown'), 'pipe'],
    [l10n.t('Convert the table to HTML with merged headers'), 'html'],
  ];
  return ways.filter(([, layout]) => service.mayBeLaidOut(document, start, layout)).flatMap(([title, layout]) => {
    const action: CodeAction = { title, kind: CodeActionKind.RefactorRewrite };
    const range = { start, end: start };
    const edits = client.resolvesEdits ? [] : service.layOut(document, start, layout).edits;
    return client.resolvesEdits || edits.length > 0
      ? withEdit(action, document, { range, layout }, session, () => toWorkspaceEdit(document, edits, client)) : [];
  });
}

/** The diagnostic as the client knows it, so that it can tell which one an action is for. */
function shownAs(finding: Finding, document: ReportDocument, known: readonly Diagnostic[], { client }: Session): Diagnostic {
  return known.find(({ code, range }) => code === finding.code && isSameRange(range, finding.range))
    ?? toDiagnostic(finding, document, client);
}

/** Whether a kind of action is asked for: all are where none is named, else those at or below a named one. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}
