import * as l10n from '@vscode/l10n';
import chinese from '../../l10n/bundle.l10n.zh-cn.json' with { type: 'json' };

/** Sets the language of all messages from now on: English where the locale asks for it, else Chinese. */
export function useLocale(locale: string | undefined): void {
  l10n.config({ contents: locale?.toLowerCase().startsWith('en') ? {} : chinese });
}
