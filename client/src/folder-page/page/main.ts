import type { ToHost, ToPage } from '../messages.ts';
import { enhance } from './enhance.ts';
import { restore, stateOf } from './state.ts';

/** What VS Code gives its pages. */
declare function acquireVsCodeApi(): { postMessage(message: ToHost): void };

const host = acquireVsCodeApi();

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  switch (data.type) {
    case 'show': show(data); break;
    case 'wait': wait(data.text); break;
  }
});
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[data-does]') : null;
  const [file, row] = (button?.closest<HTMLElement>('[data-at]')?.dataset['at'] ?? '').split(',').map(Number);
  switch (button?.dataset['does']) {
    case 'export': host.postMessage({ type: 'export' }); break;
    case 'reveal': case 'review':
      if (file !== undefined && row !== undefined) {
        host.postMessage({ type: button.dataset['does'], file, row });
      }
  }
});
host.postMessage({ type: 'ready' });

/** Says how far it has come where nothing else is shown yet. */
function wait(text: string): void {
  const waiting = document.querySelector<HTMLElement>('body > p:only-of-type');
  if (waiting !== null && document.querySelector('h1') === null) {
    waiting.textContent = text;
  }
}

/** Shows another state of the folder; what is searched, chosen and sorted stays. */
function show({ body, language, exportLabel }: Extract<ToPage, { type: 'show' }>): void {
  const state = stateOf(document);
  document.documentElement.lang = language;
  document.body.innerHTML = body;
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['does'] = 'export';
  button.textContent = exportLabel;
  const bar = document.createElement('div');
  bar.className = 'actions';
  bar.append(button);
  document.body.prepend(bar);
  enhance(document);
  restore(document, state);
}
