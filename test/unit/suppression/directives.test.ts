import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findDirectives } from '../../../server/src/suppression/index.ts';

describe('silencing comments in a text', () => {
  it('are found with their kind, codes and offsets', () => {
    const text = '甲\n<!-- disclosure-report-disable-next-line results-total,row-total -->\n乙';
    const [directive, ...others] = findDirectives(text);
    assert.equal(others.length, 0);
    assert.equal(directive?.kind, 'disable-next-line');
    assert.equal(text.slice(directive.start, directive.end), '<!-- disclosure-report-disable-next-line results-total,row-total -->');
    assert.deepEqual(directive.codes.map(({ code }) => code), ['results-total', 'row-total']);
    for (const { code, start, end } of directive.codes) {
      assert.equal(text.slice(start, end), code);
    }
  });

  for (const kind of ['disable-next-line', 'disable-line', 'disable', 'enable', 'disable-file']) {
    it(`may ask for ${kind}, of all codes where none is named`, () => {
      assert.deepEqual(findDirectives(`<!--disclosure-report-${kind}-->`).map((one) => [one.kind, one.codes]), [[kind, []]]);
    });
  }

  it('separate codes by spaces, commas or Chinese commas', () => {
    const [directive] = findDirectives('<!-- disclosure-report-disable a, b，c、d e -->');
    assert.deepEqual(directive?.codes.map(({ code }) => code), ['a', 'b', 'c', 'd', 'e']);
  });

  it('of an unknown kind are found as such', () => {
    const [directive] = findDirectives('<!-- disclosure-report-disabel balance -->');
    assert.equal(directive?.kind, undefined);
    assert.equal(directive?.name, 'disclosure-report-disabel');
  });

  it('are none outside a comment, in a comment without an end, in a code fence or quoted in a line', () => {
    assert.deepEqual(findDirectives('disclosure-report-disable balance'), []);
    assert.deepEqual(findDirectives('<!-- disclosure-report-disable balance'), []);
    assert.deepEqual(findDirectives('```\n<!-- disclosure-report-disable balance -->\n```'), []);
    assert.deepEqual(findDirectives('写作 `<!-- disclosure-report-disable balance -->` 即可'), []);
  });

  it('count again behind a code fence', () => {
    const text = '```\n<!-- disclosure-report-disable a -->\n```\n<!-- disclosure-report-disable b -->';
    assert.deepEqual(findDirectives(text).map(({ codes }) => codes[0]?.code), ['b']);
  });

  it('cost linear time in a hostile text', () => {
    assert.deepEqual(findDirectives('<!-- disclosure-report-'.repeat(200_000)), []);
    assert.equal(findDirectives('<!-- disclosure-report-disable -->'.repeat(50_000)).length, 50_000);
    assert.equal(findDirectives('```\n'.repeat(100_001) + '<!-- disclosure-report-disable -->').length, 0);
  });

  it('never fail, and lie in the text in order, whatever the text', () => {
    const piece = fc.constantFrom('<!--', '-->', ' ', 'disclosure-report-', 'disable', 'enable', '-line', '`', '```\n', '\n', 'x', '，');
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')), (text) => {
      let last = 0;
      for (const { start, end, codes } of findDirectives(text)) {
        assert.ok(last <= start && start < end && end <= text.length);
        assert.ok(codes.every((mention) => text.slice(mention.start, mention.end) === mention.code));
        last = end;
      }
    }));
  });
});
