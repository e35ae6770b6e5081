import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as vscode from 'vscode';

describe('the task that checks', () => {
  it('is offered, and runs the command line that comes along by the program that the extensions run in', async function () {
    this.timeout(120_000);
    const [task, ...others] = await vscode.tasks.fetchTasks({ type: 'disclosure-report' });
    assert.ok(task !== undefined && others.length === 0);
    assert.equal(task.problemMatchers.length, 3);
    const { process: program, args, options } = task.execution as vscode.ProcessExecution;
    assert.equal(program, process.execPath);
    // The embedded editor has no terminal to run it in, so it is run as the terminal would.
    const { status, stdout } = spawnSync(program, args, { cwd: options?.cwd, env: { ...process.env, ...options?.env }, encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stdout, /^\S.*:\d+:\d+: (?:错误|error): .+ \[results-total\]$/mu);
  });
});
