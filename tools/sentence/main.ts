/** Shows what a sentence is made of for the reader of sentences (`npm run sentence -- "…"`): why a count in it is read, or kept silent. */
import { wordsOf } from './words.ts';

for (const [text, what] of wordsOf(process.argv.slice(2).join(''))) {
  console.log(`${text}\t${what}`);
}
