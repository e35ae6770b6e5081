/** A file system in memory, `report:/`, with a report, twice and as a Word file, that is fetched from beside the editor, and settings of the folder. */
const vscode = require('vscode');

exports.activate = async ({ subscriptions, extensionUri }) => {
  const fetched = async (name) => new Uint8Array(await (await fetch(extensionUri.with({ path: `/samples/${name}` }).toString(true))).arrayBuffer());
  const report = await fetched('report.md');
  const settings = JSON.stringify({ 'disclosureReport.keepTotals': true });
  const files = new Map([
    ['/report.md', report],
    ['/past/report.md', report],
    ['/word/report.docx', await fetched('report.docx')],
    ['/.vscode/settings.json', new TextEncoder().encode(settings)],
  ]);
  const changed = new vscode.EventEmitter();
  const none = () => undefined;
  const provider = {
    onDidChangeFile: changed.event,
    watch: () => ({ dispose: none }),
    stat({ path }) {
      if (['/', '/past', '/word'].includes(path)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      if (!files.has(path)) throw vscode.FileSystemError.FileNotFound(path);
      return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: files.get(path).length };
    },
    readDirectory: ({ path }) => [
      [path === '/word' ? 'report.docx' : 'report.md', vscode.FileType.File],
      ...(path === '/' ? [['past', vscode.FileType.Directory], ['word', vscode.FileType.Directory]] : []),
    ],
    readFile({ path }) {
      if (!files.has(path)) throw vscode.FileSystemError.FileNotFound(path);
      return files.get(path);
    },
    writeFile: (uri, content) => {
      files.set(uri.path, content);
      changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    },
    createDirectory: none,
    delete: ({ path }) => void files.delete(path),
    rename: none,
  };
  subscriptions.push(vscode.workspace.registerFileSystemProvider('report', provider, { isCaseSensitive: true }));
};
