import { env, l10n, ProcessExecution, Task, TaskScope, tasks, workspace, type Disposable, type ExtensionContext, type TaskDefinition, type WorkspaceFolder } from 'vscode';

const taskType = 'disclosure-report';

/** As it stands in tasks.json; its schema is in package.json. */
interface CheckTask extends TaskDefinition {
  /** From the folder of the workspace; the whole folder if not given. */
  readonly paths?: readonly string[];
  /** Further options of `check`. */
  readonly args?: readonly string[];
}

const matchers = ['$disclosure-report-errors', '$disclosure-report-warnings', '$disclosure-report-remarks'];

/**
 * Tasks that check with the command line that comes with the extension. What runs it is the program that the extensions run
 * in, which is Node or can be it: nothing else has to be installed.
 */
export function provideTasks(context: ExtensionContext): Disposable {
  const cli = context.asAbsolutePath('dist/cli.js');
  return tasks.registerTaskProvider(taskType, {
    provideTasks: () => (workspace.workspaceFolders ?? []).map((folder) => createTask({ type: taskType }, folder, cli)),
    resolveTask: (task) => createTask(task.definition as CheckTask, task.scope, cli),
  });
}

function createTask(definition: CheckTask, scope: Task['scope'], cli: string): Task {
  const locale = env.language.toLowerCase().startsWith('en') ? 'en' : 'zh-cn';
  const args = [cli, 'check', '--locale', locale, ...definition.args ?? [], '--', ...definition.paths ?? ['.']];
  const folder = isFolder(scope) ? { cwd: scope.uri.fsPath } : {};
  const execution = new ProcessExecution(process.execPath, args, { ...folder, env: { ELECTRON_RUN_AS_NODE: '1' } });
  return new Task(definition, scope ?? TaskScope.Workspace, l10n.t('check reports'), taskType, execution, matchers);
}

function isFolder(scope: Task['scope']): scope is WorkspaceFolder {
  return typeof scope === 'object';
}
