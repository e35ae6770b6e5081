import { version as ownVersion } from '../../package.json';

/** The version of the whole project. */
export const version = ownVersion;
