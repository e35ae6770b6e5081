import type { Connection } from 'vscode-languageserver';
import type { ReportService } from '../service-types.ts';
import type { ClientSupport } from './client-support.ts';
import { toDiagnostic } from './convert.ts';
import type { Guard } from './guard.ts';
import { checkFileMethod, type CheckFileParams, type CheckFileResult } from './protocol.ts';
import type { SettingsSource } from './settings.ts';

export interface FolderContext {
  readonly connection: Connection;
  readonly guard: Guard;
  readonly service: ReportService;
  /** Undefined until the client has introduced itself. */
  readonly session: () => { readonly client: ClientSupport; readonly settings: SettingsSource } | undefined;
}

/** Serves the check of files that are not open: nothing of them is kept. */
export function serveFolder({ connection, guard, service, session }: FolderContext): void {
  connection.onRequest(checkFileMethod, guard.request<CheckFileParams, CheckFileResult | null>(checkFileMethod, null,
    async ({ uri, languageId, text }) => {
      const { client, settings } = session() ?? {};
      if (!client || !settings) {
        return null;
      }
      const document = service.open(uri, languageId, 0, text);
      service.configure(document, await settings.settingsOf(uri));
      return {
        states: service.states(document),
        diagnostics: service.diagnostics(document).map((finding) => toDiagnostic(finding, document, client)),
      };
    }));
}
