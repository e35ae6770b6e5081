export type Locale = 'zh-cn' | 'en';

/** The locale that a name such as `zh_CN.UTF-8`, `zh-Hans` or `en` stands for; undefined for any other language. */
export function localeNamed(name: string): Locale | undefined {
  const language = name.toLowerCase().split(/[-_.@]/u)[0];
  if (language === 'zh') {
    return 'zh-cn';
  }
  return language === 'en' ? 'en' : undefined;
}

const variables = ['LC_ALL', 'LC_MESSAGES', 'LANG', 'LANGUAGE'] as const;

/** The first variable that is set decides; `C`, `POSIX` and languages that there are no messages in mean Chinese. */
export function localeOfEnvironment(env: Readonly<Record<string, string | undefined>>): Locale {
  const name = variables.map((variable) => env[variable]).find((value) => value !== undefined && value !== '');
  return localeNamed(name?.split(':')[0] ?? '') ?? 'zh-cn';
}

/** The locale in which to speak before the arguments are understood, so that a wrong one is named in it. */
export function localeOf(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Locale {
  const asked = args.flatMap((arg, index) => {
    const value = arg === '--locale' ? args[index + 1] : /^--locale=(.*)$/u.exec(arg)?.[1];
    return localeNamed(value ?? '') ?? [];
  });
  return asked[0] ?? localeOfEnvironment(env);
}
