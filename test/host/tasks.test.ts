import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Runs a task to its end; its exit code. */
async function run(task: vscode.Task): Promise<number | undefined> {
  const ended = new Promise<number | undefined>((resolve) => {
    const listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.definition['type'] === 'disclosure-report') {
        listener.dispose();
        resolve(exitCode);
      }
    });
  });
  await vscode.tasks.executeTask(task);
  return ended;
}

/** The findings that the problem matchers read from the task's output, once there are some. */
async function matched(): Promise<vscode.Diagnostic[]> {
  const found = (): vscode.Diagnostic[] => vscode.languages.getDiagnostics().flatMap(([, diagnostics]) => diagnostics)
    .filter(({ source, range }) => source === 'disclosure-report' && range !== undefined);
  if (found().length === 0) {
    await new Promise<void>((resolve) => {
      const listener = vscode.languages.onDidChangeDiagnostics(() => {
        if (found().length > 0) {
          listener.dispose();
          resolve();
        }
      });
    });
  }
  return found();
}

describe('the task that checks', () => {
  it('is offered, runs the command line that comes along, and fills the problems', async () => {
    const [task, ...others] = await vscode.tasks.fetchTasks({ type: 'disclosure-report' });
    assert.ok(task !== undefined && others.length === 0);
    assert.deepEqual(task.problemMatchers.length, 3);
    const { process, args } = task.execution as vscode.ProcessExecution;
    assert.ok(process !== '' && args[0]?.endsWith('cli.js'));
    assert.equal(await run(task), 1);
    assert.notDeepEqual(await matched(), []);
  });
});
