/**
 * THIRD-PARTY-NOTICES.txt: the licences of what is bundled, which each of them asks to be kept with copies. What that is
 * tells esbuild's metafile, and no list.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './host/paths.mjs';

/** Packages of which more than code ships: the folder whose own licence stands beside it. */
const parts = { 'pdfjs-dist': ['cmaps'] };

/**
 * The packages that went into the bundles.
 * @param {Record<string, import('esbuild').Metafile>} meta by bundle
 * @returns {string[]} their folders below the project's root, sorted
 */
export function bundledPackages(meta) {
  const inputs = Object.values(meta).flatMap((each) => Object.keys(each.inputs));
  const folders = inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(path)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

/**
 * The notice of one package.
 * @param {string} folder
 * @throws where it has no licence text of its own
 */
function noticeOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const texts = [folder, ...(parts[/** @type {keyof typeof parts} */ (name)] ?? []).map((part) => `${folder}/${part}`)].flatMap(licencesIn);
  if (texts.length === 0) texts.push(ownText(`${name} ${version}`, license, typeof author === 'object' ? author?.name : author));
  return [`${name} ${version} (${license})`, '', ...texts].join('\n');
}

/**
 * The text of the licence that a package names and does not bring along.
 * @param {string} name
 * @param {string | undefined} license
 * @param {string | undefined} author
 * @throws where that is none that asks for its notice alone, or nobody is named
 */
function ownText(name, license, author) {
  if (license !== 'MIT' || !author) throw new Error(`${name} (${license}) has no licence text; find out what it asks for before it ships.`);
  return readFileSync(join(root, 'LICENSE'), 'utf8').replaceAll('\r\n', '\n').replace(/^Copyright .*$/mu, `Copyright (c) ${author.replace(/ <.*>$/u, '')}`).trim();
}

/**
 * @param {string} folder
 * @returns {string[]} the texts of its licence files
 */
function licencesIn(folder) {
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
  const wanted = names.filter((name) => /^(?:licen[cs]e|notice|copying)(?:[.-].*)?$/iu.test(name) && !/\.(?:js|ts|json)$/u.test(name)).sort();
  return wanted.map((name) => readFileSync(join(root, folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
}

/** Writes the notices of what dist/meta.json says was bundled. */
export function writeNotices() {
  const meta = JSON.parse(readFileSync(join(root, 'dist/meta.json'), 'utf8'));
  const line = '-'.repeat(78);
  const text = [
    'Disclosure Report contains the following software of others, under the licences below.',
    ...bundledPackages(meta).map(noticeOf),
  ].join(`\n\n${line}\n\n`);
  writeFileSync(join(root, 'THIRD-PARTY-NOTICES.txt'), `${text}\n`);
}
