import assert from 'node:assert/strict';
import { parseXml } from '../../../server/src/office/parse-xml.ts';
import { elements, isElement, textOf, XmlError, type XmlElement } from '../../../server/src/office/xml.ts';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function only(root: XmlElement): XmlElement {
  const [first, ...others] = elements(root);
  assert.ok(first !== undefined && others.length === 0);
  return first;
}

describe('XML', () => {
  it('is elements, attributes and text, each with its place', () => {
    const source = '<?xml version="1.0"?>\n<a b="1"\n c = \'"2"\'><d/>文 <e >字</e ></a>\n';
    const root = parseXml(source);
    assert.deepEqual({ ...root.attributes }, { b: '1', c: '"2"' });
    const [empty, text, full] = root.children;
    assert.ok(empty && isElement(empty) && text && !isElement(text) && full && isElement(full));
    assert.ok(empty.isEmptyTag && !full.isEmptyTag);
    const cut = ({ start, end }: { start: number; end: number }): string => source.slice(start, end);
    assert.deepEqual([cut(root), cut(empty), cut(text), cut(full), cut(full.inner)], [source.trim().slice(22), '<d/>', '文 ', '<e >字</e >', '字']);
  });

  it('has references resolved, and those of entities of its own as they stand', () => {
    assert.equal(textOf(parseXml('<a>&lt;&#x4E00;&#19968;&amp;lt;&#x1F600; &own; & &#0;&#xD800;</a>')), '<一一&lt;😀 &own; & \ufffd\ufffd');
    assert.equal(parseXml('<a b="&quot;&#10;"/>').attributes['b'], '"\n');
  });

  it('has the characters of CDATA as text, and nothing of comments, instructions and document types', () => {
    const root = parseXml('\ufeff<!DOCTYPE a [<!ENTITY e "<b>">]><a>一<![CDATA[<&amp;]]><!-- <b> --><?b <c>?>二</a><!-- end -->');
    assert.equal(textOf(root), '一<&amp;二');
    assert.equal(elements(root).length, 0);
  });

  it('gives names the prefix of their namespace, whatever the source calls it', () => {
    const root = parseXml(`<x:p xmlns:x="${word}" x:a="1" a="2"><y:t xmlns:y="urn:y"/><x:r xmlns="urn:z" b="3"><t/></x:r></x:p>`);
    assert.equal(root.name, 'w:p');
    assert.deepEqual({ ...root.attributes }, { 'xmlns:x': word, 'x:a': '1', 'w:a': '1', 'a': '2' });
    const [other, run] = elements(root);
    assert.equal(other?.name, '{urn:y}:t');
    assert.equal(run?.name, 'w:r');
    assert.equal(only(run).name, '{urn:z}:t');
  });

  it('is refused where it is not well-formed', () => {
    for (const source of [
      '', '文', '<a>', '<a><b></a></b>', '<a></b>', '</a>', '<a/><b/>', '<a b=1/>', '<a b/>', '<a b="1"c="2"/>', '<a b="<"/>', '<a b="1/>', '<a><!-- </a>',
      '<a><![CDATA[</a>', '<a>< /a>', '<a>1 < 2</a>', '<a><b</a>', '<1',
    ]) {
      assert.throws(() => parseXml(source), XmlError, source);
    }
  });

  it('is refused in time where it was made to exhaust time or memory', () => {
    const many = (text: string): string => text.repeat(1_000_000);
    for (const source of [
      `<a${many(' b="1"')}/>`, `<a${many(' ')}=`, `<a>${many('<!--')}`, `<a>${many('<![CDATA[')}`, `<!DOCTYPE ${many('[')}`, `<${many('a')}`,
      `<a b='${many('"')}`, `<a b${many(' ')}c/>`, many('<a>'),
    ]) {
      assert.throws(() => parseXml(source), XmlError, source.slice(0, 20));
    }
    assert.equal(textOf(parseXml(`<a>${many('&#')}&#${many('1')};</a>`)).at(-1), '\ufffd');
  }).timeout(20_000);
});
