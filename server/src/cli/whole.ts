/* The command line with all that reads reports, and what a bundle without that loads from here. */
export { createFileTask } from './batch/file-task.ts';
export { runWithEngine } from './engine.ts';
export { start } from './main.ts';
