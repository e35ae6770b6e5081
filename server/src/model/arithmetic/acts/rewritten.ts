import type { ActFinder } from './act.ts';

const cost = 3.6;

/** Fewer wrong cells of a line are cells mistyped. */
const fewestCells = 3;

/** A row or column says something else than all others ask of it, and nothing shows how that came. */
export const rewritten: ActFinder = (_, suspects) => suspects.flatMap(({ line, asked }) =>
  (!line.isTotal && asked !== undefined && asked.length >= fewestCells ? [{ kind: 'rewritten', cost, lines: [line], cells: asked, inferred: line.figures, isGuess: true }] : []));
