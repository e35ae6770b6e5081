import type { Command } from '../arguments.ts';
import type { Host } from '../host.ts';
import { findInputs } from '../walking/inputs.ts';
import { createSourceReader, unreadOf } from '../reading/read-source.ts';
import { Tally, type ExitCode } from '../batch/tally.ts';

/** `text`: the texts of files, as they are checked, one behind the other. */
export async function text(command: Extract<Command, { readonly name: 'text' }>, host: Host): Promise<ExitCode> {
  const tally = new Tally(host);
  const { files } = findInputs(command.paths, host.cwd, (path, error) => tally.leave(path, error), command);
  const stdin = files.some(({ isStdin }) => isStdin) ? await host.readStdin() : undefined;
  const readSource = createSourceReader(command.encoding, stdin);
  for (const file of files) {
    try {
      const { content } = await readSource(file);
      await host.write(content?.text ?? '');
    } catch (error) {
      tally.leaveUnread(unreadOf(file, error));
    }
  }
  return tally.exitCode;
}
