import * as l10n from '@vscode/l10n';
import type { Connection } from 'vscode-languageserver';
import type { ReportDocument, ReportService } from '../service-types.ts';
import type { ClientSupport } from './client-support.ts';
import { isWronglyDecoded } from './encoding.ts';
import {
  filesConcernedMethod, reportLanguage, settingsChangedMethod, statesChangedMethod, wrongEncodingMethod, type DocumentParams, type SettingsChange,
} from './protocol.ts';

/** What one client is told unasked, besides findings; each only where it wants that. */
export interface Announcements {
  /** The states of a document's reports may be other ones now. */
  statesChanged(uri: string): void;
  settingsChanged(areFindingsOthers: boolean): void;
  /** Files that are not open may have other findings; told once typing rests, since while a figure is typed its reader has no need of them. */
  filesConcerned(): void;
  /** Warns of a report that was read in a wrong encoding. */
  documentOpened(document: ReportDocument): void;
}

interface AnnouncementsContext {
  readonly connection: Connection;
  readonly client: ClientSupport;
  readonly service: ReportService;
  readonly later: (task: () => void, milliseconds: number) => () => void;
  /** Whether the client is to ask for the findings of the workspace again. */
  readonly wantsRefresh: () => boolean;
}

/** So long after the last change files that are not open are told of, in milliseconds. */
const rest = 300;

export function createAnnouncements({ connection, client, service, later, wantsRefresh }: AnnouncementsContext): Announcements {
  const { options } = client;
  let callOffFiles = (): void => undefined;
  return {
    statesChanged(uri) {
      if (options.states) {
        void connection.sendNotification(statesChangedMethod, { uri } satisfies DocumentParams);
      }
    },
    settingsChanged(areFindingsOthers) {
      if (options.checksFiles) {
        void connection.sendNotification(settingsChangedMethod, { areFindingsOthers } satisfies SettingsChange);
      }
    },
    filesConcerned() {
      callOffFiles();
      if (options.checksFiles) {
        callOffFiles = later(() => void connection.sendNotification(filesConcernedMethod), rest);
      } else if (wantsRefresh()) {
        callOffFiles = later(() => connection.languages.diagnostics.refresh(), rest);
      }
    },
    documentOpened(document) {
      if (!isWronglyDecoded(document) || (document.languageId !== reportLanguage && !service.isReport(document))) {
        return;
      }
      if (options.wrongEncoding) {
        void connection.sendNotification(wrongEncodingMethod, { uri: document.uri } satisfies DocumentParams);
      } else {
        connection.window.showWarningMessage(
          l10n.t('{0} was read in a wrong encoding. Open it again in its own encoding (GB18030, say); until then no correction is offered.', document.uri));
      }
    },
  };
}
