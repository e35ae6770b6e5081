import { arithmeticRule } from './support/arithmetic.ts';

/** The total of a row does not equal the sum of its applicant columns. */
export const rowTotal = arithmeticRule('row-total');
