import type { Host } from './host.ts';

/** Writes the parts of an answer as they come, with the separator between them. */
export interface Answer {
  part(rendered: string): Promise<void>;
  text(text: string): Promise<void>;
}

export function createAnswer(host: Host, separator: string): Answer {
  let isFirst = true;
  return {
    async part(rendered) {
      if (rendered !== '') {
        await host.write(isFirst ? rendered : separator + rendered);
        isFirst = false;
      }
    },
    text: (text) => text === '' ? Promise.resolve() : host.write(text),
  };
}
