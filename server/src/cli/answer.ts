import type { Output } from './output-file.ts';

/** Writes the parts of an answer as they come, with the separator between them. */
export interface Answer {
  part(rendered: string): Promise<void>;
  text(text: string): Promise<void>;
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
  };
}
