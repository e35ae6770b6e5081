import { posix } from 'node:path';
import ts from 'typescript';
import { officialForms } from '../../server/src/official-forms.ts';
import { layouts } from '../../server/src/syntax/tables/index.ts';
import { innerFolders, networkModules, partOf, parts, plainPackages } from '../../tools/architecture/layers.mjs';

/** A source file by its path from the project's root. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** What these files have against the rules of the house, as `path: what`; the files are read as text, none is run. */
export function faultsIn(sources: readonly Source[]): string[] {
  const readings = sources.map(readingOf);
  const imports = new Map(readings.map((reading) => [reading.path, reading.imports]));
  return [
    ...readings.flatMap(({ path, faults }) => faults.map((fault) => `${path}: ${fault}`)),
    ...[...importsByFolder(imports)].flatMap(([folder, entries]) => circlesIn(folder, entries)),
  ];
}

/** What a file says by itself. */
interface Reading {
  readonly path: string;
  readonly imports: readonly string[];
  readonly faults: readonly string[];
}

const known = new WeakMap<Source, Reading>();

function readingOf(source: Source): Reading {
  let reading = known.get(source);
  if (!reading) {
    const { path, text } = source;
    const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
    const imports = importsOf(tree, path);
    reading = { path, imports, faults: [...imports.flatMap((name) => faultOfImport(path, name)), ...labelsIn(tree, path), ...stateIn(tree, path), ...layoutsIn(tree, path)] };
    known.set(source, reading);
  }
  return reading;
}

/** What a file imports, types too: paths from the project's root for files of its own, names for packages. */
function importsOf(tree: ts.SourceFile, path: string): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    const isImport = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
    const isCall = ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require');
    const name = isImport ? node.moduleSpecifier : isCall ? node.arguments[0] : undefined;
    if (name && ts.isStringLiteralLike(name)) {
      names.push(name.text.startsWith('.') ? posix.join(posix.dirname(path), name.text) : name.text);
    } else if (isCall) {
      names.push('a module named by an expression');
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return names;
}

function faultOfImport(path: string, name: string): string[] {
  const module = name.replace(/^node:/u, '').split('/')[0] ?? '';
  if (networkModules.includes(module)) {
    return [`opens connections by ${name}`];
  }
  if (path.startsWith('client/')) {
    return name.startsWith('server/') && name !== 'server/src/lsp/protocol.ts' ? [`imports ${name}`] : [];
  }
  const part = partOf(path);
  if (part === undefined) {
    return ['belongs to no part'];
  }
  if (name.startsWith('server/src/')) {
    const other = partOf(name);
    if (other !== part && innerFolders.some((folder) => name.startsWith(`server/src/${folder}/`))) {
      return [`imports ${name}`];
    }
    return other === part || (other !== undefined && parts[part]?.mayImport.includes(other)) ? [] : [`imports ${name}`];
  }
  if (/^(?:client|test|tools|bench)\//u.test(name)) {
    return [`imports ${name}`];
  }
  return parts[part]?.hostless === true && !name.startsWith('l10n/') && !plainPackages.includes(name) ? [`imports ${name}`] : [];
}

/** What each file and folder right in a folder imports of the others there, itself or by what lies in it, with one such import. */
type Entries = ReadonlyMap<string, ReadonlyMap<string, string>>;

function importsByFolder(imports: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, Entries> {
  const folders = new Map<string, Map<string, Map<string, string>>>();
  for (const [path, names] of imports) {
    for (const name of names.filter((one) => imports.has(one) && one !== path)) {
      const [from, to] = [path.split('/'), name.split('/')];
      const depth = from.findIndex((part, at) => part !== to[at]);
      const [folder, entry, other] = [from.slice(0, depth), from.slice(0, depth + 1), to.slice(0, depth + 1)].map((parts) => parts.join('/')) as [string, string, string];
      const entries = folders.get(folder) ?? new Map<string, Map<string, string>>();
      folders.set(folder, entries.set(entry, (entries.get(entry) ?? new Map<string, string>()).set(other, `${path} → ${name}`)));
    }
  }
  return folders;
}

/** What lies in a folder forms an order: a circle of files is one of the entries of the folder that holds them all. */
function circlesIn(folder: string, entries: Entries): string[] {
  return circles(new Map([...entries].map(([entry, others]) => [entry, [...others.keys()]]))).map((circle) => {
    const steps = circle.map((entry, at) => entries.get(entry)?.get(circle[(at + 1) % circle.length] ?? '') ?? '');
    return `${folder}: holds a circle: ${steps.join(', ')}`;
  });
}

/** The shortest circle through each name that lies in one, told once, from its first one. */
export function circles(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  return [...imports.keys()].flatMap((start) => {
    const circle = circleFrom(start, imports);
    return circle && circle.every((path) => path >= start) ? [circle] : [];
  });
}

function circleFrom(start: string, imports: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const open = [start];
  for (const path of open) {
    for (const next of imports.get(path) ?? []) {
      if (next === start) {
        const way = [path];
        for (let at = path; at !== start; way.unshift(at)) {
          at = cameFrom.get(at) as string;
        }
        return way;
      }
      if (imports.has(next) && !cameFrom.has(next)) {
        cameFrom.set(next, path);
        open.push(next);
      }
    }
  }
  return undefined;
}

/** Titles of sections and tables, labels of rows and columns; the shortest ones are ordinary words too. */
const labels: readonly string[] = [...new Set(officialForms.flatMap((form) => [
  ...form.data.sections.flatMap((section) => [section.title, ...section.aliases]),
  ...[...form.tables.values()].flatMap((table) => [
    table.data.title, ...[...table.rows, ...table.groups, ...table.data.blocks.flatMap((block) => block.columns)].map(({ label }) => label),
  ]),
]).map(plain).filter((label) => label.length > 3))];

/** Width and escapes make no difference. */
function plain(text: string): string {
  return text.replaceAll('\\', '').normalize('NFKC');
}

/** Labels of the forms are data: none stands in a literal or a regular expression of the server. */
function labelsIn(tree: ts.SourceFile, path: string): string[] {
  if (!path.startsWith('server/')) {
    return [];
  }
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
      || node.kind === ts.SyntaxKind.RegularExpressionLiteral ? plain((node as ts.LiteralLikeNode).text) : '';
    found.push(...labels.filter((label) => text.includes(label)).map((label) => `holds the label “${label}”`));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** What remembers only what is the same for every document, bounded in size, and what is fixed once the program is loaded. */
const shared = new Set([
  'server/src/syntax/number.ts: known', 'server/src/model/memo.ts: functions',
]);

/** Below lsp no file keeps state of its own: no variable, no map that is filled as it runs, of a whole program. */
function stateIn(tree: ts.SourceFile, path: string): string[] {
  if (parts[partOf(path) ?? '']?.hostless !== true) {
    return [];
  }
  return tree.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) => {
    const isVariable = (declarationList.flags & ts.NodeFlags.Const) === 0;
    return declarationList.declarations
      .filter((declaration) => (isVariable || isFilledLater(declaration)) && !shared.has(`${path}: ${declaration.name.getText()}`))
      .map((declaration) => `keeps state in ${declaration.name.getText()}`);
  });
}

function isFilledLater({ type, initializer }: ts.VariableDeclaration): boolean {
  if (type && /^(?:readonly |Readonly)/u.test(type.getText())) {
    return false;
  }
  if (initializer && ts.isNewExpression(initializer)) {
    return ['Map', 'Set'].includes(initializer.expression.getText()) && (initializer.arguments?.length ?? 0) === 0;
  }
  return initializer !== undefined && ts.isArrayLiteralExpression(initializer) && initializer.elements.length === 0;
}

const layoutFolder = 'server/src/syntax/tables/';
/** What of that folder anybody may import: the list of layouts, and what all of them make cells with. */
const layoutDoors: ReadonlySet<string> = new Set([`${layoutFolder}index.ts`, `${layoutFolder}cells.ts`]);
const layoutNames: ReadonlySet<string> = new Set(layouts.map(({ name }) => name));

/** Only a layout's own folder knows it: elsewhere what holds in it is asked, and neither its name nor the object itself. */
function layoutsIn(tree: ts.SourceFile, path: string): string[] {
  if (path.startsWith(layoutFolder)) {
    return [];
  }
  const found: string[] = path.startsWith('server/src/syntax/') ? [] : importsOf(tree, path)
    .filter((name) => name.startsWith(layoutFolder) && !layoutDoors.has(name)).map((name) => `knows one layout: ${name}`);
  const visit = (node: ts.Node): void => {
    if (namesLayout(node)) {
      found.push(`asks which layout it is: ${node.getText().slice(0, 60)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Whether code reads the name of a layout, compares something with one, or lists several. */
function namesLayout(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) {
    return node.name.text === 'name' && /\blayout\??$/iu.test(node.expression.getText());
  }
  if (ts.isBindingElement(node)) {
    return (node.propertyName ?? node.name).getText() === 'layout' && ts.isObjectBindingPattern(node.name)
      && node.name.elements.some((element) => (element.propertyName ?? element.name).getText() === 'name');
  }
  if (ts.isBinaryExpression(node)) {
    return /^[!=]==?$/u.test(node.operatorToken.getText()) && [[node.left, node.right], [node.right, node.left]]
      .some(([one, other]) => one && other && isLayoutName(one) && speaksOfLayouts(other));
  }
  if (ts.isCaseClause(node)) {
    return isLayoutName(node.expression) && speaksOfLayouts(node.parent.parent.expression);
  }
  const listed = ts.isArrayLiteralExpression(node) ? node.elements.filter(isLayoutName)
    : ts.isObjectLiteralExpression(node) ? node.properties.filter(({ name }) => name && layoutNames.has(name.getText().replace(/^['"]|['"]$/gu, '')))
      : [];
  return listed.length > 1;
}

function isLayoutName(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) && layoutNames.has(node.text);
}

function speaksOfLayouts(node: ts.Node): boolean {
  return /layout|\bname\b/iu.test(node.getText());
}
