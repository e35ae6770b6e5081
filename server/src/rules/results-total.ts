import { arithmeticRule } from './support/arithmetic.ts';

/** The total of the results does not equal the sum of the result rows of its column. */
export const resultsTotal = arithmeticRule('results-total');
