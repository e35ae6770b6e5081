import { arithmeticRule } from './support/arithmetic.ts';

/** A single figure that is no total breaks several identities at once. */
export const suspectFigure = arithmeticRule('suspect-figure');
