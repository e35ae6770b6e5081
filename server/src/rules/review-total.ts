import { arithmeticRule } from './support/arithmetic.ts';

/** The total of a group of reviews or lawsuits does not equal the sum of its outcomes. */
export const reviewTotal = arithmeticRule('review-total');
