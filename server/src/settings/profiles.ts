import type { Settings } from '../service-types.ts';
import data from './profiles.json' with { type: 'json' };

const profiles = data as Readonly<Record<string, Settings['severity']>>;

/** The severities of a profile (起草 drafting, 审核 reviewing); none for any other value, which may be anything. */
export function profileSeverity(profile: unknown): Settings['severity'] {
  return typeof profile === 'string' && Object.hasOwn(profiles, profile) ? (profiles[profile] ?? {}) : {};
}
