import { arithmeticRule } from './support/arithmetic.ts';

/** In a column, what came in does not equal what was settled and carried on (一 + 二 = 三（七） + 四). */
export const balance = arithmeticRule('balance');
