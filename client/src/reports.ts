import { Range, TabInputText, TabInputTextDiff, window, type TextDocument, type Uri } from 'vscode';
import { isSettingsFile, reportLanguage, settingsFileName, textLanguages, type Recogniser } from '../../server/src/lsp/protocol.ts';

const reportLanguages: readonly string[] = [reportLanguage, ...textLanguages];

/** Documents that the client may send to the server at all; which of them are reports their text tells. */
export const documentSelector = [
  ...reportLanguages.map((language) => ({ language })),
  { pattern: `**/${settingsFileName}` },
];

/** Schemes of texts that are shown for comparison only, such as the left side of a diff. */
const historySchemes: ReadonlySet<string> = new Set([
  'git', 'gitfs', 'gitlens', 'gitlens-git', 'svn', 'hg', 'review', 'pr', 'ghpr', 'scm-history-item', 'vscode-local-history',
  'conflictResolution', 'merge-conflict.conflict-diff', 'chat-editing-text-model', 'chat-editing-snapshot-text-model',
  'output', 'vscode-scm', 'vscode-terminal', 'walkThrough', 'walkThroughSnippet', 'comment',
]);

/** Only so many lines are handed to the recogniser, which is bounded itself. */
const recognisedLines = 20_000;

/** Tells reports from other documents; a text is looked at again only when it has changed. */
export interface ReportFilter {
  isReport(document: TextDocument): boolean;
  isSettingsFile(document: TextDocument): boolean;
  /** Looks at every text again. */
  forget(): void;
}

/** @param ownPages the folder of the extension's own pages, whose examples are no reports */
export function createReportFilter(ownPages: Uri, looksLikeReport: Recogniser): ReportFilter {
  let refused = new WeakMap<TextDocument, number>();
  const isOwnPage = ({ uri }: TextDocument): boolean => uri.toString().startsWith(`${ownPages.toString()}/`);
  return {
    isReport(document) {
      if (!isCandidate(document) || isOwnPage(document) || refused.get(document) === document.version) {
        return false;
      }
      const isReport = document.languageId === reportLanguage || looksLikeReport(beginningOf(document));
      if (!isReport) {
        refused.set(document, document.version);
      }
      return isReport;
    },
    forget() {
      refused = new WeakMap();
    },
    isSettingsFile: ({ uri }) => isSettingsFile(uri.path) && !historySchemes.has(uri.scheme),
  };
}

/** Whether a document is of a language in which reports come, and shown for its own sake. */
export function isCandidate(document: TextDocument): boolean {
  return !document.isClosed && reportLanguages.includes(document.languageId)
    && !historySchemes.has(document.uri.scheme) && !isOnlyOriginal(document.uri);
}

/** As much of a document as is enough to tell what it is. */
export function beginningOf(document: TextDocument): string {
  return document.getText(document.lineCount <= recognisedLines ? undefined : new Range(0, 0, recognisedLines, 0));
}

/** Whether a document is shown as the left side of a comparison and nowhere else. */
function isOnlyOriginal(uri: Uri): boolean {
  const key = uri.toString();
  let isOriginal = false;
  for (const { input } of window.tabGroups.all.flatMap((group) => group.tabs)) {
    if (input instanceof TabInputText && input.uri.toString() === key) {
      return false;
    }
    if (input instanceof TabInputTextDiff) {
      if (input.modified.toString() === key) {
        return false;
      }
      isOriginal ||= input.original.toString() === key;
    }
  }
  return isOriginal;
}
