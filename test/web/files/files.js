/** A file system in memory, `report:/`, with a report, twice and as a Word file, and another as a PDF, that is fetched from beside the editor, and settings of the folder. */
const vscode = require('vscode');

exports.activate = async ({ subscriptions, extensionUri }) => {
  const fetched = async (name) => new Uint8Array(await (await fetch(extensionUri.with({ path: `/samples/${name}` }).toString(true))).arrayBuffer());
  const report = await fetched('report.md');
  const settings = JSON.stringify({ 'disclosureReport.keepTotals': true });
  const files = new Map([
    ['/report.md', report],
    ['/past/report.md', report],
    ['/word/report.docx', await fetched('report.docx')],
    ['/pdf/report.pdf', await fetched('report.pdf')],
    ['/.vscode/settings.json', new TextEncoder().encode(settings)],
  ]);
  /** The report in each folder. */
  const folders = { '/': 'report.md', '/past': 'report.md', '/word': 'report.docx', '/pdf': 'report.pdf' };
  const changed = new vscode.EventEmitter();
  const none = () => undefined;
  const provider = {
    onDidChangeFile: changed.event,
    watch: () => ({ dispose: none }),
    stat({ path }) {
      if (path in folders) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      if (!files.has(path)) throw vscode.FileSystemError.FileNotFound(path);
      return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: files.get(path).length };
    },
    readDirectory: ({ path }) => [
      [folders[path], vscode.FileType.File],
      ...(path === '/' ? Object.keys(folders).slice(1).map((name) => [name.slice(1), vscode.FileType.Directory]) : []),
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
