import ts from 'typescript';
import { networkGlobals, networkModules } from '../../tools/architecture/layers.mjs';

const modules: ReadonlySet<string> = new Set(networkModules.flatMap((name) => [name, `node:${name}`]));
const globals: ReadonlySet<string> = new Set([...networkGlobals, 'WebTransport', 'importScripts', 'sendBeacon']);
const holders: ReadonlySet<string> = new Set(['globalThis', 'self', 'window', 'global', 'navigator']);

/** What in a script could open a connection: modules that are loaded by name, and globals, also those reached through the global object. */
export function connectionsIn(script: string): string[] {
  const source = ts.createSourceFile('bundle.js', script, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && loads(node.expression)) {
      const [first] = node.arguments;
      if (first !== undefined && ts.isStringLiteralLike(first) && modules.has(first.text)) {
        found.add(first.text);
      }
    } else if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier) && modules.has(node.moduleSpecifier.text)) {
      found.add(node.moduleSpecifier.text);
    } else if (ts.isIdentifier(node) && globals.has(node.text) && isReference(node)) {
      found.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found];
}

/** `require`, as bundlers wrap it too, `import()`, `process.getBuiltinModule`, `process.binding`. */
function loads(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword
    || (ts.isIdentifier(callee) && /require/iu.test(callee.text))
    || (ts.isPropertyAccessExpression(callee) && /^(?:require|getBuiltinModule|binding|createRequire)$/u.test(callee.name.text));
}

/** Whether an identifier stands for the global, and is no name of a property or of something declared. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    return ts.isIdentifier(parent.expression) && holders.has(parent.expression.text);
  }
  const isName = (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent)
    || ts.isFunctionDeclaration(parent) || ts.isParameter(parent) || ts.isVariableDeclaration(parent) || ts.isBindingElement(parent)
    || ts.isGetAccessor(parent) || ts.isSetAccessor(parent)) && parent.name === node;
  return !isName && !(ts.isBindingElement(parent) && parent.propertyName === node);
}
