import { foldText } from '../forms/vocabulary.ts';

/** Whether the settings' `organs` hold both names, each alone or with an office of its own behind it, in one entry. */
export function isSameOrgan(organs: Readonly<Record<string, readonly string[]>>, one: string, other: string): boolean {
  return Object.entries(organs).some(([now, before]) => {
    const names = [now, ...before].map(foldText).filter((name) => name !== '');
    return [one, other].every((organ) => names.some((name) => foldText(organ).startsWith(name)));
  });
}
