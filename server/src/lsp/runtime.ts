import type { OfficeHost } from '../office/read-office.ts';
import type { ReportService, ServiceOptions } from '../service-types.ts';
import type { InitializationOptions } from './protocol.ts';
import type { FolderTexts } from './workspace-diagnostics.ts';

/** What the server needs of the machine that it runs on. */
export interface ServerRuntime {
  /** Runs a task behind all that is waiting now. */
  readonly defer: (task: () => void) => void;
  /** Runs a task after so many milliseconds, unless what it gives back is called before. */
  readonly later: (task: () => void, milliseconds: number) => () => void;
  /** The text of a file, undefined where there is none; absent where only the client can read files. */
  readonly readFile?: (uri: string) => Promise<string | undefined>;
  /** The texts of folders; absent where only the client can read files. */
  readonly folderTexts?: FolderTexts;
  /** What reads office files; without it PDFs are read by a client that can, or unread. */
  readonly officeHost?: OfficeHost;
  /** The pages of rules and forms that lie beside the server; absent where there are none. */
  readonly pages?: Pick<InitializationOptions, 'rulePages' | 'formPages'>;
  readonly createService: (options: ServiceOptions) => ReportService;
}
