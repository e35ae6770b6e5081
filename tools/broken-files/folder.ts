import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { seeded, type Random } from '../../test/support/random.ts';
import { root } from '../host/paths.mjs';

/**
 * What becomes of a file: `wrong` is read and its planted mistake found, `right` is read, `unread` is named with a reason in the
 * answer, `damaged` is named on standard error and read as far as it goes, `passed` is no report and counted.
 */
export type Fate = 'wrong' | 'right' | 'unread' | 'damaged' | 'passed';

/** A file that was written, or that is gone before the check comes to it. */
export interface BrokenFile {
  /** As it is named to people. */
  readonly path: string;
  readonly kind: string;
  /** Each of these is right. */
  readonly fates: readonly Fate[];
  /** To be taken away while the check is under way. */
  readonly vanishes: boolean;
}

interface Kind {
  readonly name: string;
  readonly fates: readonly Fate[];
  /** How often it comes, against the others. */
  readonly weight: number;
  readonly ending: string;
  readonly vanishes?: boolean;
  write(path: string, number: number, random: Random): void;
}

const report = readFileSync(join(root, 'test/fixtures/base-2021.md'), 'utf8');
const offices = join(root, 'test/fixtures/office');
const [docx, xlsx, pdf, doc] = ['2021.docx', '2021.xlsx', '2021.pdf', '2021.doc'].map((name) => readFileSync(join(offices, name))) as [Buffer, Buffer, Buffer, Buffer];

/** Each of another organ, so that none is the double of another. */
function reportOf(number: number): string {
  return report.replaceAll('澄溪县档案局', `澄溪县第${number}中心`);
}

function flawed(number: number): string {
  return reportOf(number).replace('|  | （七）总计 |  | 12 |', '|  | （七）总计 |  | 10 |');
}

/** Bytes that are no text in the middle of a report. */
function damaged(number: number, random: Random): Buffer {
  const bytes = number % 2 === 0 ? Buffer.from(reportOf(number)) : iconv.encode(reportOf(number), 'gb18030');
  for (let at = 0; at < 20; at += 1) {
    bytes[random.integer(0, bytes.length - 1)] = random.integer(0x80, 0xff);
  }
  return bytes;
}

function cut(bytes: Buffer, random: Random): Buffer {
  return bytes.subarray(0, random.integer(bytes.length >> 2, bytes.length - 200));
}

/** Unpacks to a thousand times what it is. */
const bomb = zipSync({ 'word/document.xml': new Uint8Array(300_000_000), '[Content_Types].xml': strToU8('<Types/>') }, { level: 9 });
const huge = '政府信息公开工作'.repeat(400_000);

const kinds: readonly Kind[] = [
  { name: 'right report', fates: ['right'], weight: 100, ending: '.md', write: (path, number) => writeFileSync(path, reportOf(number)) },
  { name: 'report with a mistake', fates: ['wrong'], weight: 100, ending: '.md', write: (path, number) => writeFileSync(path, flawed(number)) },
  { name: 'the same in GB18030', fates: ['wrong'], weight: 80, ending: '.txt', write: (path, number) => writeFileSync(path, iconv.encode(flawed(number), 'gb18030')) },
  { name: 'the same in UTF-16', fates: ['wrong'], weight: 40, ending: '.txt', write: (path, number) => writeFileSync(path, iconv.encode(flawed(number), 'utf-16le', { addBOM: true })) },
  { name: 'name in GBK', fates: ['wrong'], weight: 80, ending: '国标.md', write: writeGbkName },
  { name: 'damaged text', fates: ['damaged'], weight: 180, ending: '.md', write: (path, number, random) => writeFileSync(path, damaged(number, random)) },
  { name: 'UTF-16 without its mark', fates: ['wrong'], weight: 30, ending: '.txt', write: (path, number) => writeFileSync(path, iconv.encode(flawed(number), 'utf-16le')) },
  { name: 'zeros', fates: ['passed', 'unread'], weight: 30, ending: '.md', write: (path) => writeFileSync(path, Buffer.alloc(10_000)) },
  { name: 'cut .docx', fates: ['unread'], weight: 100, ending: '.docx', write: (path, _, random) => writeFileSync(path, cut(docx, random)) },
  { name: 'cut .xlsx', fates: ['unread'], weight: 50, ending: '.xlsx', write: (path, _, random) => writeFileSync(path, cut(xlsx, random)) },
  { name: 'cut .pdf', fates: ['unread', 'right', 'passed'], weight: 10, ending: '.pdf', write: (path, _, random) => writeFileSync(path, cut(pdf, random)) },
  { name: 'cut .doc', fates: ['unread', 'right', 'passed'], weight: 30, ending: '.doc', write: (path, _, random) => writeFileSync(path, cut(doc, random)) },
  { name: 'cut .zip', fates: ['unread'], weight: 40, ending: '.zip', write: (path, number, random) => writeFileSync(path, cut(Buffer.from(zipSync({ '甲.md': strToU8(reportOf(number)) })), random)) },
  { name: 'empty .docx', fates: ['unread'], weight: 20, ending: '.docx', write: (path) => writeFileSync(path, '') },
  { name: '.docx that unpacks to 300 MB', fates: ['unread'], weight: 5, ending: '.docx', write: (path) => writeFileSync(path, bomb) },
  { name: 'huge text (10 MB)', fates: ['passed'], weight: 5, ending: '.txt', write: (path) => writeFileSync(path, huge) },
  { name: '.ofd', fates: ['unread'], weight: 20, ending: '.ofd', write: (path) => writeFileSync(path, 'PK') },
  { name: 'link to itself', fates: ['unread'], weight: 30, ending: '.md', write: (path) => symlinkSync(path, path) },
  { name: 'link to nothing', fates: ['unread'], weight: 30, ending: '.md', write: (path) => symlinkSync(`${path}.gone`, path) },
  { name: 'vanishes', fates: ['right', 'unread', 'passed'], weight: 20, ending: '.md', vanishes: true, write: (path, number) => writeFileSync(path, reportOf(number)) },
];

/** A name that an old program unpacked: the bytes are in GBK, and no text names it. */
function writeGbkName(path: string, number: number): void {
  const at = path.lastIndexOf('/') + 1;
  writeFileSync(Buffer.concat([Buffer.from(path.slice(0, at)), iconv.encode(path.slice(at), 'gb18030')]), flawed(number));
}

/** Files that follow one another in a folder, before the next one begins. */
const perFolder = 200;

/** Writes so many files, most of them broken, with links between the folders that go in a circle; the same ones each time. */
export function writeBrokenFiles(folder: string, count: number): readonly BrokenFile[] {
  const random = seeded(count);
  const all = kinds.flatMap((kind) => Array.from({ length: kind.weight }, () => kind));
  const files: BrokenFile[] = [];
  for (let number = 0; number < count; number += 1) {
    const kind = all[random.integer(0, all.length - 1)] as Kind;
    const below = String(Math.floor(number / perFolder)).padStart(3, '0');
    if (number % perFolder === 0) {
      mkdirSync(join(folder, below), { recursive: true });
      symlinkSync(folder, join(folder, below, '回到上面'));
    }
    const path = join(below, `${number}${kind.ending}`);
    kind.write(join(folder, path), number, random);
    files.push({ path, kind: kind.name, fates: kind.fates, vanishes: kind.vanishes === true });
  }
  // Nobody ever writes into it, and who reads it waits for ever.
  execFileSync('mkfifo', [join(folder, '管道.md')]);
  return files;
}
