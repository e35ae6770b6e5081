import './cli/tier-up.ts';
import './cli/heap-growth.ts';

/*
 * Most of the program reads reports, and most of a start is loading that. A call that keeps what it finds may find that all is known,
 * and begins with a bundle that has the rest alone; any other would only load twice what both bundles have.
 */
const loading = process.argv.includes('--cache') ? import('./cli/main.ts') : import('./cli/whole.ts');
void loading.then(({ start }) => start());
