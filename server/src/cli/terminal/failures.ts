import * as l10n from '@vscode/l10n';

/** What a call could not do. */
export interface Troubles {
  readonly failures: readonly Failure[];
  readonly unread: readonly Unread[];
}

/** A file that was not read, and why. */
export interface Unread {
  readonly path: string;
  readonly reason: string;
  /** Whether the call has failed by that: not so for a file in a folder of which no other was to be expected. */
  readonly isFailure: boolean;
}

/** What has failed but the reading of a file, and why. */
export interface Failure {
  /** Absent where it is about the call as a whole. */
  readonly path?: string;
  readonly message: string;
}

/** Why a file could not be read or written, for a person. */
export function failureOf(path: string, error: unknown): Failure {
  return { path, message: `${path}: ${reason(error)}` };
}

/** A file that should have been read and could not be. */
export function unreadBy(path: string, error: unknown): Unread {
  return { path, reason: reason(error), isFailure: true };
}

function reason(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT': return l10n.t('there is no such file or folder');
    case 'EACCES':
    case 'EPERM': return l10n.t('permission denied');
    case 'ENOTDIR':
    case 'EEXIST': return l10n.t('a file stands where a folder would have to be');
    case 'ENAMETOOLONG': return l10n.t('the name is too long');
    case 'EISDIR': return l10n.t('this is a folder');
    case 'ELOOP': return l10n.t('the link leads in a circle');
    case 'ENOSPC': return l10n.t('no space is left on the disk');
    case 'EROFS': return l10n.t('the disk is read-only');
    case 'ERR_FS_FILE_TOO_LARGE':
    case 'ERR_STRING_TOO_LONG': return l10n.t('the file is too large');
    default: return error instanceof Error ? error.message : String(error);
  }
}
