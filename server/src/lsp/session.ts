import type { Connection } from 'vscode-languageserver';
import type { OfficeReading } from '../office/office-text.ts';
import type { ReportDocument, ReportService } from '../service-types.ts';
import type { Announcements } from './announcements.ts';
import type { ClientSupport } from './client-support.ts';
import type { DiagnosticsChannel } from './diagnostics.ts';
import type { SettingsSource } from './settings.ts';
import type { Together } from './together.ts';
import type { WorkspaceDiagnostics } from './workspace-diagnostics.ts';

/** All that a handler may need, from when the client has introduced itself. */
export interface Session {
  readonly connection: Connection;
  readonly service: ReportService;
  readonly client: ClientSupport;
  readonly settings: SettingsSource;
  readonly diagnostics: DiagnosticsChannel;
  readonly workspaceDiagnostics: WorkspaceDiagnostics;
  readonly announcements: Announcements;
  /** The reports that know each other. */
  readonly together: Together;
  /** Reads the bytes of an office file with all that there is for it here. */
  readOffice(bytes: Uint8Array): Promise<OfficeReading>;
  /** The client has asked for the end: nothing is answered any more. */
  isOver(): boolean;
  /** An open document, a settings file too. */
  documentAt(uri: string): ReportDocument | undefined;
  /** An open document that may be a report: no settings file. */
  reportAt(uri: string): ReportDocument | undefined;
}
