import assert from 'node:assert/strict';
import { findDirectives, suppress } from '../../../server/src/suppression/index.ts';

const codes = new Set(['balance', 'results-total', 'row-total']);

/** Each `@code` in the lines is a finding there; gives what is left, as `line:code`, and what is pointed out. */
function check(lines: readonly string[]): { kept: string[]; extra: string[] } {
  const findings = lines.flatMap((line, number) => [...line.matchAll(/@([a-z-]+)/gu)].map((match) => ({
    code: match[1] as string,
    range: { start: { line: number, character: match.index }, end: { line: number, character: match.index + match[0].length } },
  })));
  const groups = lines.map((line, number) => ({
    directives: findDirectives(line),
    positionAt: (offset: number) => ({ line: number, character: offset }),
  }));
  const { kept, extra } = suppress(findings, groups, codes);
  return {
    kept: kept.map(({ code, range }) => `${range.start.line}:${code}`),
    extra: extra.map(({ code, range }) => {
      return `${code} ${lines[range.start.line]?.slice(range.start.character, range.end.character)}`;
    }),
  };
}

describe('silencing by comments', () => {
  it('of the next line silences the named code there and no other', () => {
    assert.deepEqual(check(['<!-- disclosure-report-disable-next-line balance -->', '@balance @row-total', '@balance']), {
      kept: ['1:row-total', '2:balance'], extra: [],
    });
  });

  it('of its own line works in the last cell of a table row', () => {
    assert.deepEqual(check(['| 1 @row-total | 2 <!-- disclosure-report-disable-line row-total --> |', '@row-total']), {
      kept: ['1:row-total'], extra: [],
    });
  });

  it('without a code silences every code', () => {
    assert.deepEqual(check(['@balance @row-total <!-- disclosure-report-disable-line -->']), { kept: [], extra: [] });
  });

  it('lasts from disable to enable', () => {
    assert.deepEqual(check([
      '@balance', '<!-- disclosure-report-disable balance -->', '@balance', '@row-total @balance',
      '<!-- disclosure-report-enable balance -->', '@balance',
    ]), { kept: ['0:balance', '3:row-total', '5:balance'], extra: [] });
  });

  it('lasts to the end without an enable', () => {
    assert.deepEqual(check(['<!-- disclosure-report-disable -->', '@balance', '@row-total']), { kept: [], extra: [] });
  });

  it('of all codes can be ended for one of them', () => {
    assert.deepEqual(check([
      '<!-- disclosure-report-disable -->', '@balance', '<!-- disclosure-report-enable balance -->', '@balance @row-total',
    ]), { kept: ['3:balance'], extra: [] });
  });

  it('of some codes is ended by an enable of all', () => {
    assert.deepEqual(check([
      '<!-- disclosure-report-disable balance -->', '@balance', '<!-- disclosure-report-enable -->', '@balance',
    ]), { kept: ['3:balance'], extra: [] });
  });

  it('of the file counts above as well as below', () => {
    assert.deepEqual(check(['@balance', '<!-- disclosure-report-disable-file balance -->', '@balance @row-total']), {
      kept: ['2:row-total'], extra: [],
    });
  });

  it('that silences nothing is pointed out, at the code or at the comment', () => {
    assert.deepEqual(check(['<!-- disclosure-report-disable-line balance row-total --> @balance']), {
      kept: [], extra: ['unused-silence row-total'],
    });
    assert.deepEqual(check(['<!-- disclosure-report-disable-file -->']), {
      kept: [], extra: ['unused-silence <!-- disclosure-report-disable-file -->'],
    });
    assert.deepEqual(check(['<!-- disclosure-report-enable balance -->']), { kept: [], extra: ['unused-silence balance'] });
  });

  it('of a code or kind that does not exist is pointed out', () => {
    assert.deepEqual(check(['<!-- disclosure-report-disable-line balanse --> @balance']), {
      kept: ['0:balance'], extra: ['unknown-silence balanse'],
    });
    assert.deepEqual(check(['<!-- disclosure-report-disable-lines balance --> @balance']), {
      kept: ['0:balance'], extra: ['unknown-silence <!-- disclosure-report-disable-lines balance -->'],
    });
  });

  it('gives the very same findings where there is no comment', () => {
    const findings = [{ code: 'balance', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } }];
    assert.equal(suppress(findings, [], codes).kept, findings);
  });
});
