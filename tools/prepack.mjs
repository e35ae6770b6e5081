/** Before `npm pack` and `npm publish`: minified bundles, and the notices of what is in them. */
import { buildAll } from './build.mjs';
import { writeNotices } from './notices.mjs';

await buildAll({ minify: true });
writeNotices();
