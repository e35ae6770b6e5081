import assert from 'node:assert/strict';
import type { FormViewResult, VersionedFormEdit } from '../../server/src/lsp/protocol.ts';
import { closeEditors, startEditor, type Editor } from './editor.ts';
import { applyEdits, rightReport, uri, wrongRange, wrongReport } from './report.ts';

const figure = 'requests.resultsTotal.naturalPerson';

function view(editor: Editor, report = 0): Promise<FormViewResult | null> {
  return editor.request<FormViewResult | null>('disclosureReport/formView', { uri, report });
}

function edit(editor: Editor, text: string): Promise<VersionedFormEdit | null> {
  return editor.request<VersionedFormEdit | null>('disclosureReport/formEdit', { uri, edit: { report: 0, figure, rows: [[text]] } });
}

function valueIn(answer: FormViewResult | null): number | null | undefined {
  return answer?.reports[answer.report]?.tables.flatMap(({ figures }) => figures).find(({ id }) => id === figure)?.value;
}

describe('the official form', () => {
  afterEach(closeEditors);

  it('follows what is typed', async () => {
    const editor = await startEditor();
    await editor.open(uri, wrongReport);
    const before = await view(editor);
    assert.equal(before?.version, 1);
    assert.equal(valueIn(before), 99);
    await editor.change(uri, 2, wrongRange, '12');
    const after = await view(editor);
    assert.equal(after?.version, 2);
    assert.equal(valueIn(after), 12);
  });

  it('comes with the tables of the report that is asked for, or of the last one', async () => {
    const editor = await startEditor();
    await editor.open(uri, `${rightReport}\n${rightReport}`);
    for (const [asked, shown] of [[0, 0], [1, 1], [7, 1]] as const) {
      const answer = await view(editor, asked);
      assert.equal(answer?.report, shown);
      assert.deepEqual(answer.reports.map(({ tables }) => tables.length), [0, 1].map((index) => (index === shown ? 3 : 0)));
    }
  });

  it('is edited by the text edit of one number, for the version that it is for', async () => {
    const editor = await startEditor();
    await editor.open(uri, wrongReport);
    const answer = await edit(editor, '12');
    assert.equal(answer?.version, 1);
    assert.equal(answer.edits.length, 1);
    assert.equal(applyEdits(wrongReport, answer.edits), rightReport);
  });

  it('is shown but never edited where characters were lost', async () => {
    const editor = await startEditor();
    await editor.open(uri, wrongReport.replace('档案', '\uFFFD'));
    assert.equal((await view(editor))?.wrongEncoding, true);
    assert.deepEqual(await edit(editor, '12'), { version: 1, edits: [], wrongEncoding: true });
  });

  it('is nothing for a document that the server does not have', async () => {
    const editor = await startEditor();
    assert.equal(await view(editor), null);
    assert.equal(await edit(editor, '12'), null);
  });
});
