import type { Output } from './output-file.ts';

/** Writes the parts of an answer as they come, with the separator between them. */
export interface Answer {
  part(rendered: string): Promise<void>;
  text(text: string): Promise<void>;
  /** To be called when all has come. */
  finish(): Promise<void>;
}

export function createAnswer(output: Pick<Output, 'write'>, separator: string): Answer {
  let isFirst = true;
  return {
    async part(rendered) {
      if (rendered !== '') {
        await output.write(isFirst ? rendered : separator + rendered);
        isFirst = false;
      }
    },
    text: (text) => text === '' ? Promise.resolve() : output.write(text),
    finish: () => Promise.resolve(),
  };
}

/** Keeps the parts, and writes what is made of all of them. */
export function createWholeAnswer(output: Pick<Output, 'write'>, whole: (parts: readonly string[]) => string | Uint8Array): Answer {
  const parts: string[] = [];
  return {
    part(rendered) {
      parts.push(...rendered === '' ? [] : [rendered]);
      return Promise.resolve();
    },
    text: (text) => text === '' ? Promise.resolve() : output.write(text),
    finish: () => output.write(whole(parts)),
  };
}
