import type { FormData } from '../forms/index.ts';
import type { Severity } from '../rules/codes.ts';

/** What a user may set, in the editor or in the settings file. */
export interface Settings {
  /** Severity per code, or `off`. */
  readonly severity: Readonly<Record<string, Severity | 'off'>>;
  readonly ignore: readonly IgnoreEntry[];
  /** Forms besides the official ones; the same list as long as they are the same. */
  readonly ownForms?: readonly FormData[];
  /** Other names under which an organ reports, by the name it has now (机关更名). */
  readonly organs?: Readonly<Record<string, readonly string[]>>;
  /** The units directly below a government, by the government's name (下级单位). */
  readonly hierarchy?: Readonly<Record<string, readonly string[]>>;
  /** What a reviewer decided on findings. */
  readonly review?: readonly ReviewEntry[];
}

/** A finding that was suppressed in the settings file; all parts that are given must match. */
export interface IgnoreEntry {
  /** A glob relative to the settings file. */
  readonly file?: string;
  readonly code?: string;
  readonly figure?: string;
  /** The text at the finding's range. */
  readonly text?: string;
  readonly reason?: string;
}

/** What a reviewer decided on a finding (审核): looked into (已核实), or that the text stays as it is (不需修改). */
export type ReviewStatus = 'checked' | 'kept';

/** A decision in the settings file; all parts that are given must match, and it hides nothing. */
export interface ReviewEntry {
  /** A glob relative to the settings file. */
  readonly file: string;
  readonly code: string;
  readonly figure?: string;
  /** The text at the finding's range. */
  readonly text?: string;
  readonly status: ReviewStatus;
  readonly note?: string;
}

export const defaultSettings: Settings = { severity: {}, ignore: [] };
