import { posix } from 'node:path';
import ts from 'typescript';
import type { Source } from './house.ts';

/** Names that files export and no other file asks for, as `path: name`. Files that are `entries` are asked for by who runs them. */
export function unusedExports(sources: readonly Source[], entries: ReadonlySet<string>): string[] {
  const files = new Map(sources.map((source) => [source.path, readingOf(source)]));
  const used = new Set<string>();
  const use = (path: string, name: string): void => {
    const file = files.get(path);
    const key = `${path}: ${name}`;
    if (!file || used.has(key)) {
      return;
    }
    used.add(key);
    if (name === all) {
      file.exported.forEach((_, one) => use(path, one));
    }
    const from = file.exported.get(name);
    if (from) {
      use(from.path, from.name);
    } else {
      file.passedOn.forEach((other) => use(other, name));
    }
  };
  for (const [path, { imported }] of files) {
    imported.forEach(({ path: other, name }) => use(other, name));
    if (entries.has(path)) {
      use(path, all);
    }
  }
  return [...files].flatMap(([path, { exported }]) => [...exported.keys()].map((name) => `${path}: ${name}`)).filter((key) => !used.has(key));
}

/** All names of a file at once: a namespace, or an import whose names are not written in it. */
const all = '*';

interface Named {
  readonly path: string;
  readonly name: string;
}

interface Reading {
  /** What it exports; where a name comes from another file, from which one and under which name there. */
  readonly exported: ReadonlyMap<string, Named | undefined>;
  /** The files of which it hands on everything. */
  readonly passedOn: readonly string[];
  readonly imported: readonly Named[];
}

const known = new WeakMap<Source, Reading>();

function readingOf(source: Source): Reading {
  let reading = known.get(source);
  if (!reading) {
    reading = read(source);
    known.set(source, reading);
  }
  return reading;
}

function read({ path, text }: Source): Reading {
  const exported = new Map<string, Named | undefined>();
  const passedOn: string[] = [];
  const imported: Named[] = [];
  const pathOf = (node: ts.Node | undefined): string => (node && ts.isStringLiteralLike(node) ? posix.join(posix.dirname(path), node.text) : '');
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      imported.push(...namesOf(node.importClause).map((name) => ({ path: pathOf(node.moduleSpecifier), name })));
    } else if (ts.isExportDeclaration(node)) {
      if (node.exportClause && ts.isNamedExports(node.exportClause)) {
        for (const { name, propertyName } of node.exportClause.elements) {
          exported.set(name.text, node.moduleSpecifier && { path: pathOf(node.moduleSpecifier), name: (propertyName ?? name).text });
        }
      } else {
        passedOn.push(pathOf(node.moduleSpecifier));
      }
    } else if (ts.isExportAssignment(node)) {
      exported.set('default', undefined);
    } else if (ts.isStatement(node) && ts.canHaveModifiers(node) && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) {
      declaredBy(node).forEach((name) => exported.set(name, undefined));
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      imported.push({ path: pathOf(node.arguments[0]), name: all });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      imported.push({ path: pathOf(node.argument.literal), name: node.qualifier ? node.qualifier.getText().split('.')[0] ?? all : all });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true));
  return { exported, passedOn, imported };
}

function namesOf(clause: ts.ImportClause | undefined): string[] {
  const bindings = clause?.namedBindings;
  const names = bindings === undefined ? [] : ts.isNamespaceImport(bindings) ? [all]
    : bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
  return clause?.name ? ['default', ...names] : names;
}

function declaredBy(node: ts.Statement): string[] {
  if (ts.isVariableStatement(node)) {
    return node.declarationList.declarations.flatMap(({ name }) => boundBy(name));
  }
  const { name } = node as ts.Statement & { readonly name?: ts.Identifier };
  return name ? [name.text] : [];
}

function boundBy(name: ts.BindingName): string[] {
  return ts.isIdentifier(name) ? [name.text] : name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundBy(element.name) : []));
}
