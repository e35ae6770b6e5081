import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Every regular expression of the engine and the client as it would be written, with the places where it stands. */
export function collectRegexes(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (literal: string, place: string): void => void found.set(literal, [...found.get(literal) ?? [], place]);
  for (const file of [...sources('server/src'), ...sources('client/src')]) {
    literalsIn(file, add);
  }
  const constructed = JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', join(root, 'tools/regexes/constructed.mjs')], { cwd: root, encoding: 'utf8' }));
  (constructed as [string, string][]).forEach(([literal, place]) => add(literal, place));
  return found;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts')).map((name) => join(folder, name)).sort();
}

function literalsIn(file: string, add: (literal: string, place: string) => void): void {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest);
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      add(node.text, `${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}
