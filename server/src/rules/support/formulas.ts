import * as l10n from '@vscode/l10n';

/** A formula within a sentence: `37 ÷ 39`, in Chinese without the spaces. */
export function inWords(formula: string): string {
  return formula.replaceAll(/ (?<sign>[^\d\s]) /gu, (_, sign: string) => (sign === '+' ? l10n.t(' + ') : l10n.t(' {0} ', sign)));
}
