import * as l10n from '@vscode/l10n';
import type { Node } from 'jsonc-parser';
import { namesOf, type NameFault, type NameSettings } from '../collection/index.ts';
import { nodeAt } from './json.ts';

/** Tells what is wrong in `organs` and `hierarchy` at its place in the file: a name of two organs, a unit twice, a circle. */
export function reportNameFaults(settings: NameSettings, root: Node, report: (place: Node, message: string) => void): void {
  for (const fault of namesOf(settings).faults) {
    const { node, key } = nodeAt(root, fault.path);
    report(key ?? node, messageOf(fault));
  }
}

function messageOf({ kind, name }: NameFault): string {
  switch (kind) {
    case 'claimed': return l10n.t('"{0}" is the name of another organ already, and so counts for neither.', name);
    case 'cycle': return l10n.t('"{0}" stands below itself, and so its units are not summed.', name);
    case 'twice': return l10n.t('"{0}" stands here a second time; the first counts.', name);
  }
}
