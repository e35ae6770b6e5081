import type { ActFinder } from './act.ts';
import { balancedWithout } from './balanced-without.ts';
import { copied } from './copied.ts';
import { misfiled } from './misfiled.ts';
import { rewritten } from './rewritten.ts';
import { shifted } from './shifted.ts';
import { stale } from './stale.ts';
import { swapped } from './swapped.ts';
import { swappedParts } from './swapped-parts.ts';
import { unfilled } from './unfilled.ts';

/** The acts that concern more than single cells; those are `mistyped`, which is looked for where others leave something over. */
export const finders: readonly ActFinder[] = [unfilled, stale, shifted, copied, swapped, swappedParts, misfiled, balancedWithout, rewritten];

/** None of them costs less. */
export const cheapest = 1.4;
