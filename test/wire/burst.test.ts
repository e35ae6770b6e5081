import assert from 'node:assert/strict';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import { closeEditors, startEditor } from './editor.ts';
import { uri, wrongRange, wrongReport } from './report.ts';

const textDocument = { uri };
const keys = 200;
/** What an editor asks again with every key, and gives up when the next one comes. */
const askedAgain: readonly (readonly [method: string, params: object])[] = [
  ['textDocument/documentSymbol', { textDocument }],
  ['textDocument/semanticTokens/full', { textDocument }],
  ['textDocument/diagnostic', { textDocument }],
  ['disclosureReport/states', { uri }],
];

describe('a burst of edits', () => {
  afterEach(closeEditors);

  it('piles up nothing: what was given up is answered as cancelled and not worked on, and the last is answered', async () => {
    const worked = new Map<string, number>();
    const counted = <Arguments extends unknown[], Answer>(name: string, work: (...args: Arguments) => Answer) => (...args: Arguments): Answer => {
      worked.set(name, (worked.get(name) ?? 0) + 1);
      return work(...args);
    };
    const editor = await startEditor({
      wrap: (service) => ({
        ...service,
        outline: counted('outline', service.outline), semanticTokens: counted('tokens', service.semanticTokens), states: counted('states', service.states),
      }),
    });
    await editor.open(uri, wrongReport);
    await editor.settled();
    worked.clear();
    const outcomes: Promise<unknown>[] = [];
    let superseded: CancellationTokenSource | undefined;
    for (let key = 0; key < keys; key += 1) {
      superseded?.cancel();
      superseded = new CancellationTokenSource();
      const { token } = superseded;
      void editor.change(uri, key + 2, wrongRange, key % 2 === 0 ? '98' : '99');
      outcomes.push(...askedAgain.map(([method, params]) =>
        editor.connection.sendRequest(method, params, token).then(() => 'answered', ({ code }: { code: number }) => code)));
    }
    const codes = await Promise.all(outcomes);
    assert.deepEqual(codes.slice(-askedAgain.length), askedAgain.map(() => 'answered'));
    const givenUp = codes.filter((code) => code === LSPErrorCodes.RequestCancelled).length;
    assert.ok(givenUp >= (keys - 1) * askedAgain.length * 0.9, `only ${givenUp} were given up`);
    for (const [name, times] of worked) {
      assert.ok(times <= keys / 10, `${name} was worked on ${times} times`);
    }
  });
});
