import { EventEmitter, Uri, type Disposable, type Event } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  filesConcernedMethod, settingsChangedMethod, statesChangedMethod, wrongEncodingMethod, type DocumentParams, type SettingsChange,
} from '../../server/src/lsp/protocol.ts';

/** What the server says unasked. */
export interface ServerEvents extends Disposable {
  /** The states of a document's reports may be other ones now; by its URI. */
  readonly onDidChangeStates: Event<string>;
  /** Settings changed by which other things may be found. */
  readonly onDidChangeSettings: Event<void>;
  /** What reviewers decided changed in the settings. */
  readonly onDidDecide: Event<void>;
  /** Files that are not open may have other findings, because others have changed. */
  readonly onFilesConcerned: Event<void>;
  /** A document was read in a wrong encoding. */
  readonly onWrongEncoding: Event<Uri>;
  /** Says of a document in the server's place that its states may be other ones. */
  statesChanged(uri: string): void;
}

/** @param withholds whether news of a document have to wait */
export function listenToServer(client: BaseLanguageClient, withholds: (uri: string) => boolean): ServerEvents {
  const states = new EventEmitter<string>();
  const settings = new EventEmitter<void>();
  const decisions = new EventEmitter<void>();
  const files = new EventEmitter<void>();
  const encodings = new EventEmitter<Uri>();
  client.onNotification(statesChangedMethod, ({ uri }: DocumentParams) => {
    if (!withholds(uri)) {
      states.fire(uri);
    }
  });
  client.onNotification(settingsChangedMethod, ({ areFindingsOthers }: SettingsChange) => (areFindingsOthers ? settings : decisions).fire());
  client.onNotification(filesConcernedMethod, () => files.fire());
  client.onNotification(wrongEncodingMethod, ({ uri }: DocumentParams) => encodings.fire(Uri.parse(uri)));
  return {
    onDidChangeStates: states.event,
    onDidChangeSettings: settings.event,
    onDidDecide: decisions.event,
    onFilesConcerned: files.event,
    onWrongEncoding: encodings.event,
    statesChanged: (uri) => states.fire(uri),
    dispose: () => [states, settings, decisions, files, encodings].forEach((emitter) => emitter.dispose()),
  };
}
