import assert from 'node:assert/strict';
import { zlibSync } from 'fflate';
import { officeHost } from '../../../../server/src/cli/reading/office-host.ts';
import { isUnread, type OfficeReading, type OfficeText } from '../../../../server/src/office/office-text.ts';
import { readOffice } from '../../../../server/src/office/read-office.ts';
import { at, grid, hex, pdfFile, type PageXml } from '../../../support/office/pdf-file.ts';
import { ascii85, asciiHex, lzw, lzwOfBlanks, runs } from '../../../support/office/pdf-filters.ts';

function readingOf(...pages: (string | PageXml)[]): Promise<OfficeReading> {
  return readOffice(pdfFile(pages), officeHost);
}

async function read(...pages: (string | PageXml)[]): Promise<OfficeText> {
  const reading = await readingOf(...pages);
  assert.ok(!isUnread(reading), JSON.stringify(reading));
  return reading;
}

const prose = at(50, 780, '二〇二四年政府信息公开工作年度报告的正文在此处');
/** Two rows of three cells. */
const xs = [50, 150, 250, 350];
const ys = [600, 570, 540];
const cells = at(60, 580, '信息内容') + at(160, 580, '制发') + at(260, 580, '废止') + at(60, 550, '规章') + at(195, 550, '12') + at(295, 550, '3');
const table = '| 信息内容 | 制发 | 废止 |\n| --- | --- | --- |\n| 规章 | 12 | 3 |\n';

/** A stream of operators, packed. */
function packedStream(content: string, change: (packed: Uint8Array) => Uint8Array = (data) => data, end = 'endstream'): string {
  const data = change(zlibSync(Buffer.from(content, 'latin1')));
  return `<</Filter/FlateDecode/Length ${data.length}>>stream\n${Buffer.from(data).toString('latin1')}\n${end}`;
}

describe('a PDF', () => {
  it('has the cells that its rules make', async () => {
    const reading = await read(prose + grid(xs, ys) + cells);
    assert.equal(reading.text, `二〇二四年政府信息公开工作年度报告的正文在此处\n\n${table}`);
    assert.deepEqual(reading.place(reading.text.indexOf('12')), { kind: 'page', page: 1 });
    assert.equal(reading.readOnly, 'fixed-format');
  });

  it('has the same cells where rules are thin boxes, boxes around cells, or in pieces', async () => {
    const thin = xs.map((x) => `${x} 540 0.5 60 re f\n`).join('') + ys.map((y) => `50 ${y} 300 0.5 re f\n`).join('');
    const boxes = [50, 150, 250].flatMap((x) => [570, 540].map((y) => `${x} ${y} 100 30 re S\n`)).join('');
    const pieces = xs.flatMap((x) => [540, 570].map((y) => `${x} ${y} m ${x} ${y + 30} l S\n`)).join('')
      + ys.flatMap((y) => [50, 150, 250].map((x) => `${x} ${y} m ${x + 100} ${y} l S\n`)).join('');
    for (const rules of [thin, boxes, pieces]) {
      assert.ok((await read(prose + rules + cells)).text.endsWith(table));
    }
  });

  it('has merged cells where a rule is missing', async () => {
    const rules = grid([50, 350], [600, 540]) + '50 570 m 350 570 l S\n250 600 m 250 570 l S\n150 570 m 150 540 l S\n250 570 m 250 540 l S\n';
    assert.ok((await read(prose + rules + at(60, 580, '信息内容') + at(260, 580, '废止') + at(60, 550, '规章') + at(195, 550, '12') + at(295, 550, '3'))).text
      .endsWith('| 信息内容 |  | 废止 |\n| --- | --- | --- |\n| 规章 | 12 | 3 |\n'));
  });

  it('has the row that the end of a page leaves open, and the columns at sides without a rule', async () => {
    const open = [50, 150, 250, 350].map((x) => `${x} 540 m ${x} 620 l S\n`).join('') + [540, 570].map((y) => `50 ${y} m 350 ${y} l S\n`).join('');
    assert.ok((await read(prose + open + cells)).text.endsWith(table));
    const sides = [150, 250].map((x) => `${x} 540 m ${x} 600 l S\n`).join('') + ys.map((y) => `50 ${y} m 350 ${y} l S\n`).join('');
    assert.ok((await read(prose + sides + cells)).text.endsWith(table));
    const below = [50, 150, 250, 350].map((x) => `${x} 540 m ${x} 600 l S\n`).join('') + [600, 570].map((y) => `50 ${y} m 350 ${y} l S\n`).join('');
    assert.ok((await read(prose + below + cells)).text.endsWith(table));
  });

  it('joins a label over several lines, and one that is written downwards', async () => {
    const down = [...'本年度'].map((character, index) => at(80, 588 - 10 * index, character)).join('') + [...'结果'].map((character, index) => at(66, 588 - 10 * index, character)).join('');
    const { text } = await read(prose + grid([50, 150, 250], [600, 540]) + down + at(155, 585, '本年新收政府信') + at(155, 570, '息公开'));
    assert.ok(text.endsWith('| 本年度结果 | 本年新收政府信息公开 |\n| --- | --- |\n'), text);
  });

  it('is read to the end of a page that shows a picture', async () => {
    const picture = 'q 40 0 0 40 50 700 cm\nBI /W 2 /H 2 /BPC 8 /CS /G ID abcd\nEI\nQ\n';
    assert.equal((await read(picture + prose + grid(xs, ys) + cells)).text, (await read(prose + grid(xs, ys) + cells)).text);
  });

  it('is no text where a font cannot be read, since what is written in it would be missing', async () => {
    const whole = pdfFile([prose]);
    const broken = Buffer.from(Buffer.from(whole).toString('latin1').replace('/DescendantFonts[4 0 R]', '/DescendantFontz[4 0 R]'), 'latin1');
    assert.deepEqual(await readOffice(broken, officeHost), { unread: 'broken' });
  });

  it('takes digits for no number that a line strikes out, and puts none together with them', async () => {
    const through = (left: number, right: number, y: number): string => `${left} ${y} m ${right} ${y} l S\n`;
    const row = async (figure: string): Promise<string> => /规章.*/u.exec((await read(prose + grid(xs, ys) + at(60, 580, '信息内容') + at(160, 580, '制发')
      + at(260, 580, '废止') + at(60, 550, '规章') + figure + at(295, 550, '3'))).text)?.[0] ?? '';
    assert.equal(await row(at(195, 550, '12')), '规章 | 12 | 3 |');
    assert.equal(await row(at(195, 550, '12') + through(195, 205, 553)), '规章 | \\~~12~~ | 3 |');
    assert.equal(await row(at(195, 550, '912') + through(195, 200, 553)), '规章 | \\~~9~~12 | 3 |');
    assert.equal(await row(at(195, 550, '912') + '195 552.8 5 0.6 re f\n'), '规章 | \\~~9~~12 | 3 |');
    // A line below what is written marks it, and one that goes on is a rule of the table.
    assert.equal(await row(at(195, 550, '12') + through(195, 205, 549)), '规章 | 12 | 3 |');
    assert.ok(!(await row(at(195, 550, '12') + through(50, 350, 553))).includes('~~'));
    const line = `共收到申请${'9'}12件，均已答复`;
    assert.ok((await read(prose + at(50, 700, line) + through(100, 105, 703))).text.includes('共收到申请~~9~~12件'));
  });

  it('has the marks of notes, small and raised, behind what they stand behind, and in no number', async () => {
    const mark = (x: number, y: number, digits: string): string => `BT /F 6 Tf ${x} ${y} Td ${hex(digits)} Tj ET\n`;
    const row = (more: string): string => prose + grid(xs, ys) + at(60, 580, '信息内容') + at(160, 580, '制发') + at(260, 580, '废止') + at(60, 550, '规章')
      + at(195, 550, '12') + at(295, 550, '3') + more;
    assert.ok((await read(row(mark(80, 553.5, '1') + mark(205, 553.5, '12')))).text.includes('| 规章¹ | 12¹² | 3 |'));
    // What is small and on the line, or raised and apart, is a number like another one.
    assert.ok((await read(row(mark(205, 550, '4')))).text.includes('| 规章 | 124 | 3 |'));
    assert.ok(!(await read(row(mark(215, 553.5, '4')))).text.includes('⁴'));
    const { text } = await read(prose + at(50, 700, '共收到申请12件') + mark(110, 703.5, '3') + at(113, 700, '，均已答复'));
    assert.ok(text.includes('共收到申请12³件，均已答复') || text.includes('共收到申请12件³，均已答复'), text);
  });

  it('puts no number together from two lines', async () => {
    const { text } = await read(prose + grid([50, 150, 250], [600, 540]) + at(60, 580, '规章') + at(160, 585, '929') + at(160, 570, '8'));
    assert.ok(text.endsWith('| 规章 | 929<br>8 |\n| --- | --- |\n'), text);
  });

  it('has a blank where a cell without room for another digit breaks a number, which the sums may bear out', async () => {
    const narrow = grid([50, 150, 178], [600, 540]) + at(55, 580, '规章') + at(155, 585, '929') + at(155, 570, '8');
    const { text } = await read(prose + narrow);
    assert.ok(text.endsWith('| 规章 | 929 8 |\n| --- | --- |\n'), text);
  });

  it('keeps figures apart that stand close to a rule, and reads nothing where one stands on it or may go on behind it', async () => {
    const rules = prose + grid([50, 150, 250, 350], [600, 570]);
    assert.ok((await read(rules + at(60, 580, '规章') + at(237, 580, '12') + at(253, 580, '3'))).text.endsWith('| 规章 | 12 | 3 |\n| --- | --- | --- |\n'));
    for (const doubtful of [at(60, 580, '规章') + at(242, 580, '1286'), at(60, 580, '规章') + at(240, 580, '1234')]) {
      assert.doesNotMatch((await read(rules + doubtful)).text, /\|/u);
    }
  });

  it('reads no cells where a number goes on outside the table, whose last column is cut off', async () => {
    const open = [50, 150, 250].map((x) => `${x} 540 m ${x} 600 l S\n`).join('') + ys.map((y) => `50 ${y} m 300 ${y} l S\n`).join('');
    const row = (figure: string): string => prose + open + at(60, 580, '信息内容') + at(160, 580, '制发') + at(260, 580, '废止') + at(60, 550, '规章') + at(195, 550, '12') + figure;
    assert.ok((await read(row(at(280, 550, '2265')))).text.includes('| 规章 | 12 | 2265 |'));
    assert.ok(!(await read(row(at(292, 550, '2265')))).text.includes('|'));
    assert.ok((await read(row(at(285, 550, '22') + at(310, 550, '65')))).text.includes('| 规章 | 12 | 22 |'));
  });

  it('reads no cells where boxes are no rectangles', async () => {
    const rules = grid([50, 350], [600, 540]) + '50 570 m 250 570 l S\n250 570 m 250 540 l S\n150 600 m 150 570 l S\n';
    assert.doesNotMatch((await read(prose + rules + cells)).text, /\|/u);
  });

  it('goes on with a table on the next page, without page numbers, headers and the head that is printed again', async () => {
    const furniture = (page: number): string => at(200, 820, '青禾县文件') + at(290, 30, `— ${page} —`);
    const first = furniture(1) + at(50, 780, '以下是正文所说的表格，在两页上') + grid(xs, ys) + cells;
    const next = furniture(2) + grid(xs, [780, 750, 720]) + at(60, 760, '信息内容') + at(160, 760, '制发') + at(260, 760, '废止')
      + at(60, 730, '行政规范性文件') + at(195, 730, '7') + at(295, 730, '0');
    assert.equal((await read(first, next)).text, `以下是正文所说的表格，在两页上\n\n${table}| 行政规范性文件 | 7 | 0 |\n`);
  });

  it('leaves footers out in which a telephone number stands beside the number of the page and of all pages', async () => {
    const furniture = (page: number): string => at(150, 30, `— ${page} / 2 — 电话 12345`);
    const first = at(50, 780, '以下是正文所说的表格，在两页上') + grid(xs, ys) + cells;
    const next = grid(xs, [780, 750]) + at(60, 760, '行政规范性文件') + at(195, 760, '7') + at(295, 760, '0');
    assert.equal((await read(first + furniture(1), next + furniture(2))).text, `以下是正文所说的表格，在两页上\n\n${table}| 行政规范性文件 | 7 | 0 |\n`);
  });

  it('puts a row together that the end of a page broke within its label, but no number', async () => {
    const first = (label: string, figure = '19'): string => at(50, 780, '以下是正文所说的表格，在两页上') + grid(xs, [600, 570, 540])
      + at(60, 580, '一、已办结的申请') + at(195, 580, '5') + at(295, 580, '6') + at(60, 550, label) + at(195, 550, '3') + at(295, 550, figure);
    const next = (label: string, ...figures: readonly string[]): string => grid(xs, [780, 750, 720]) + at(60, 760, label)
      + figures.map((figure, index) => at(195 + 100 * index, 760, figure)).join('') + at(60, 730, '三、总计') + at(195, 730, '8') + at(295, 730, '9');
    const rows = async (...pages: readonly string[]): Promise<string[]> => (await read(...pages)).text.trim().split('\n').slice(4);
    const end = '| 三、总计 | 8 | 9 |';
    assert.deepEqual(await rows(first('二、尚未按照'), next('要求办结的')), ['| 二、尚未按照要求办结的 | 3 | 19 |', end]);
    assert.deepEqual(await rows(first('二、尚未按照'), next('要求办结的', '', '56')), ['| 二、尚未按照要求办结的 | 3 | 19<br>56 |', end]);
    assert.deepEqual(await rows(first('二、尚未按照', '１９'), next('要求办结的', '', '５６')), ['| 二、尚未按照要求办结的 | 3 | １９<br>５６ |', end]);
    // Rows of their own: with a sign, below a label without one, with all figures, or where one above has not been filled in.
    for (const [label, below, figures] of [['二、尚未办结', '三、其他', []], ['尚未办结', '要求办结的', []], ['二、尚未办结', '其中超期', ['1', '2']]] as const) {
      assert.deepEqual(await rows(first(label), next(below, ...figures)), [`| ${label} | 3 | 19 |`, `| ${[below, figures[0] ?? '', figures[1] ?? ''].join(' | ')} |`, end]);
    }
    assert.equal((await rows(first('二、尚未办结', ''), next('其中超期', '', '2'))).length, 3);
  });

  it('keeps rows of figures that look alike on two pages', async () => {
    const page = at(50, 780, '没有框线的表格第一行是这样的') + at(60, 30, '0') + at(160, 30, '0') + at(260, 30, '0');
    assert.equal((await read(page, page)).text.match(/0 +0 +0/gu)?.length, 2);
  });

  it('keeps columns without rules by blanks', async () => {
    const rows = at(60, 580, '信息内容') + at(160, 580, '制发') + at(260, 580, '废止') + at(60, 562, '规章') + at(195, 562, '12') + at(295, 562, '3');
    assert.match((await read(prose + rows)).text, /信息内容 {2,}制发 {2,}废止\n {2}规章 {2,}12 {2,}3/u);
  });

  it('has heads of several lines, which stand on lines of their own, above their columns', async () => {
    const heads = at(260, 590, '行政诉讼') + at(120, 580, '行政复议');
    const rows = at(60, 570, '维持') + at(160, 570, '纠正') + at(260, 570, '维持') + at(320, 570, '纠正');
    assert.match((await read(prose + heads + rows)).text, /^ {2,}行政复议 {2,}行政诉讼\n {2}维持 {2,}纠正 {2,}维持 {2,}纠正$/mu);
    assert.match((await read(prose + at(220, 590, '行政诉讼') + at(230, 580, '行政复议') + rows)).text, /^行政诉讼$/mu);
  });

  it('joins lines of a paragraph, and begins another where one is set in', async () => {
    const line = '这一行文字从左边一直写到右边的页边为止没有留下空白';
    const { text } = await read(at(70, 780, line.slice(0, 22)) + at(50, 760, line) + at(50, 740, '到此为止，共3') + at(70, 720, '另起一段'));
    assert.equal(text, `${line.slice(0, 22)}${line}到此为止，共3\n\n另起一段\n`);
  });

  it('is read upright on a turned page, and by what its matrices make of it', async () => {
    const turned = '0 1 -1 0 842 0 cm\n';
    assert.ok((await read({ content: turned.replace('842', '595') + prose + grid(xs, ys) + cells, rotate: 90, width: 595, height: 842 })).text.endsWith(table));
    // Where no rotation is told, the text itself shows how the page is to be held.
    for (const matrix of ['0 1 -1 0 595 0', '-1 0 0 -1 595 842', '0 -1 1 0 0 842']) {
      assert.ok((await read(`${matrix} cm\n${prose}${grid(xs, ys)}${cells}`)).text.endsWith(table), matrix);
    }
    const scaled = `q 0.5 0 0 0.5 20 100 cm\n${prose}${grid(xs, ys)}${cells}Q\n`;
    assert.ok((await read(scaled)).text.endsWith(table));
  });

  it('places glyphs by spacing, shifts and lines of their own', async () => {
    const content = `${prose}${grid(xs, [600, 570])}BT /F 10 Tf 1 0 0 1 60 580 Tm 12 TL [${hex('规章')} -9000 ${hex('4')}] TJ ET\nBT /F 10 Tf 2 Tc 260 580 Td ${hex('56')} Tj ET\n`;
    assert.ok((await read(content)).text.endsWith('| 规章 | 4 | 56 |\n| --- | --- | --- |\n'));
  });

  it('counts glyphs once that are drawn twice for bold print', async () => {
    assert.ok((await read(prose + grid(xs, ys) + cells + at(195.4, 550, '12'))).text.endsWith(table));
  });

  it('is a scan where no text is seen: none, a stamp, or what a machine recognised behind the picture', async () => {
    assert.deepEqual(await readingOf(''), { unread: 'scan' });
    assert.deepEqual(await readingOf(at(50, 50, '扫描')), { unread: 'scan' });
    assert.deepEqual(await readingOf(`3 Tr\n${prose}${cells}`), { unread: 'scan' });
  });

  it('is unread where it is broken, cut off, protected by a password, or a book', async () => {
    const whole = pdfFile([prose]);
    assert.deepEqual(await readOffice(whole.subarray(0, 40), officeHost), { unread: 'broken' });
    assert.deepEqual(await readOffice(pdfFile(Array<string>(301).fill(prose)), officeHost), { unread: 'too-large' });
    const key = '00'.repeat(32);
    const encrypted = pdfFile([prose], `/ID[<${key}><${key}>]/Encrypt<</Filter/Standard/V 1/R 2/O<${key}>/U<${key}>/P -4>>`);
    assert.deepEqual(await readOffice(encrypted, officeHost), { unread: 'encrypted' });
  });

  it('is unread where a page would be short: its contents are cut, damaged or lost', async () => {
    const content = prose + grid(xs, ys) + cells;
    const packedFile = (change: (packed: Uint8Array) => Uint8Array, end = 'endstream'): Uint8Array => {
      return pdfFile([{ content, stream: packedStream(content, change, end) }]);
    };
    const reasonOf = async (bytes: Uint8Array): Promise<string | undefined> => {
      const reading = await readOffice(bytes, officeHost);
      return isUnread(reading) ? reading.unread : undefined;
    };
    assert.equal(await reasonOf(packedFile((data) => data)), undefined);
    assert.equal(await reasonOf(packedFile((data) => Uint8Array.of(...data, 13, 10, 13))), undefined);
    assert.equal(await reasonOf(packedFile((data) => data.subarray(0, data.length / 2))), 'broken');
    assert.equal(await reasonOf(packedFile((data) => data.fill(0xff, data.length / 2, data.length / 2 + 20))), 'broken');
    assert.equal(await reasonOf(packedFile((data) => data.fill(0, data.length / 2))), 'broken');
    assert.equal(await reasonOf(packedFile((data) => data.subarray(0, data.length / 2), '')), 'broken');
    assert.equal(await reasonOf(pdfFile([{ content, stream: `<</Length ${content.length}>>stream\n${content.slice(0, -60)}\nendstream` }])), 'broken');
    assert.equal(await reasonOf(pdfFile([{ content, stream: `<</Length 10>>stream\n${content}\nendstream` }])), undefined);
    // PDF.js would run all of it, for minutes and gigabytes.
    assert.equal(await reasonOf(pdfFile([{ content, stream: packedStream(`${content}${'0 0 m 1 1 l S\n'.repeat(2_000_000)}`) }])), 'too-large');
    // Cut off, the file has lost its table of contents and the second page's contents, and would be a page short.
    const two = pdfFile([content, content]);
    assert.equal(await reasonOf(two.subarray(0, two.length - content.length - 420)), 'broken');
  });

  it('is unread where contents that other filters pack are larger than a page\'s, and read where they are not', async () => {
    const content = prose + grid(xs, ys) + cells;
    const [right, huge] = [Buffer.from(content), Buffer.alloc(20_000_000, ' ')];
    const reasonFor = async (filters: string, data: Uint8Array): Promise<string | undefined> => {
      const packed = Buffer.from(data).toString('latin1');
      const reading = await readOffice(pdfFile([{ content, stream: `<</Filter ${filters}/Length ${packed.length}>>stream\n${packed}\nendstream` }]), officeHost);
      return isUnread(reading) ? reading.unread : undefined;
    };
    const packings: readonly (readonly [filters: string, right: Uint8Array, huge: Uint8Array])[] = [
      ['[/ASCII85Decode/FlateDecode]', ascii85(zlibSync(right)), ascii85(zlibSync(huge))],
      ['[/AHx /Fl]', asciiHex(zlibSync(right)), asciiHex(zlibSync(huge))],
      ['[/FlateDecode /FlateDecode]', zlibSync(zlibSync(right)), zlibSync(zlibSync(huge))],
      ['/RunLengthDecode', runs(right), runs(huge)],
      ['/LZWDecode', lzw(content), lzwOfBlanks(12_000)],
    ];
    for (const [filters, packed, bomb] of packings) {
      assert.equal(await reasonFor(filters, packed), undefined, filters);
      assert.equal(await reasonFor(filters, bomb), 'too-large', filters);
    }
    assert.equal(await reasonFor('[/ASCII85Decode/FlateDecode]', ascii85(zlibSync(right).subarray(0, 200))), 'broken');
  });

  it('is answered at once where streams stand one behind the other and no object ends', async () => {
    const streams = Buffer.from(`%PDF-1.4\n${'<<>>stream\nx\nendstream\n'.repeat(100_000)}`, 'latin1');
    assert.deepEqual(await readOffice(streams, officeHost), { unread: 'broken' });
  });

  it('is unread where nothing is there to take its text out', async () => {
    assert.deepEqual(await readOffice(pdfFile([prose])), { unread: 'pdf' });
  });
});
