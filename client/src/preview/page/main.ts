import type { ToPage } from '../messages.ts';
import { createPage, type PageHost } from './page.ts';

/** What VS Code gives its pages. */
declare function acquireVsCodeApi(): PageHost;

const page = createPage(acquireVsCodeApi());
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => page.receive(data));
