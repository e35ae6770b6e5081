import type { Part } from '../part.ts';
import { asked } from './asked.ts';
import { edit } from './edit.ts';
import { firstOpening, opening, typing } from './editor.ts';
import { again, batch, processor, single } from './folder.ts';
import { fresh } from './fresh.ts';
import { memory } from './memory.ts';
import { roundTrip } from './round-trip.ts';

/** Everything that is measured, in this order. */
export const parts: readonly Part[] = [edit, fresh, roundTrip, asked, batch, processor, again, single, memory, firstOpening, opening, typing];
